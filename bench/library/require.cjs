// Load time of an entry point beyond its framework, in milliseconds: node require.cjs <framework>
const [framework = ""] = process.argv.slice(2);
require("constructs");
require(framework);
const started = performance.now();
require(`terraform-provider-dialog360/${framework}`);
console.log(performance.now() - started);
