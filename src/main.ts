// The executable. Started by Terraform it serves the provider; started by a person it runs a command.
// Everything that a start does not need is loaded after this decision.
import { isStartedByTerraform, serve } from "./framework";
import { dialog360Provider } from "./provider";

async function main(): Promise<void> {
  if (isStartedByTerraform(process.env)) return serve(dialog360Provider);
  const { runCommand } = await import("./commands");
  process.exitCode = await runCommand(process.argv.slice(2));
}

void main();
