// A program as users write it: tracks the channels whose ids are in a file, one construct each.
// node synth.cjs <framework> <file with ids>; prints its peak memory at the end.
const fs = require("node:fs");

const [framework = "", file = ""] = process.argv.slice(2);
const { App, TerraformStack } = require(framework);
const { CtwaTracking, Dialog360 } = require(`terraform-provider-dialog360/${framework}`);

const app = new App();
const stack = new TerraformStack(app, "many");
new Dialog360(stack, "dialog360");
for (const channelId of JSON.parse(fs.readFileSync(file, "utf8")))
  new CtwaTracking(stack, channelId, { channelId });
app.synth();
console.log(process.resourceUsage().maxRSS / 1024);
