// The executable. Started by Terraform it serves the provider; started by a person it runs a command.
// Everything that a start does not need is loaded after this decision, and the provider after Terraform was answered.
import { providerName } from "./address";
import { isStartedByTerraform, serveLater } from "./framework/start";

async function main(): Promise<void> {
  if (isStartedByTerraform(process.env)) {
    return serveLater(providerName, async () => (await import("./provider")).dialog360Provider);
  }
  const { runCommand } = await import("./commands");
  process.exitCode = await runCommand(process.argv.slice(2));
}

void main();
