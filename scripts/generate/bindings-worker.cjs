// One generator's run, in a process of its own: both generators load a Go program under the same global name,
// and both print and spawn things as they load.
// Reads { framework, address, constraint, schema, folder } from standard input.
const fs = require("node:fs");

const { framework, address, constraint, schema, folder } = JSON.parse(fs.readFileSync(0, "utf8"));
const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = require(
  `@${framework}/provider-generator`,
);
const { ConstructsMakerProviderTarget, LANGUAGES } = require(`@${framework}/commons`);

const generator = new TerraformProviderGenerator(new CodeMaker(), schema);
const target = new TerraformProviderConstraint(`${address}@${constraint}`);
generator.generate(new ConstructsMakerProviderTarget(target, LANGUAGES[0]));
generator.save(folder).then(
  () => process.exit(0),
  (/** @type {unknown} */ error) => {
    console.error(error);
    process.exit(1);
  },
);
