// npm run build: the provider as one file that Node runs, in dist. Beside it the provider itself, for the tests.
import { chmod } from "node:fs/promises";
import { build } from "esbuild";

const options = { bundle: true, platform: "node", target: "node20", sourcemap: "inline" };
const program = "dist/terraform-provider-__NAME__";

await build({ ...options, entryPoints: ["src/main.ts"], outfile: program });
await chmod(program, 0o755);
// The tests import the framework too, so both must have the same one.
await build({
  ...options,
  entryPoints: ["src/provider.ts"],
  outfile: "dist/provider.js",
  packages: "external",
});
console.log(`Built ${program}.`);
