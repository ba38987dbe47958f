// The executable. Started by Terraform it serves the provider; started by a person it runs a command.
// Everything that a start does not need is loaded after this decision, and the provider after Terraform was answered.
import { providerName } from "./address";
import { isStartedByTerraform, serveLater } from "./framework/start";

/** The bytes of the answer to GetProviderSchema as Latin-1. The build of the executable puts it in front. */
declare const __SCHEMA_ANSWER__: string | undefined;

const schemaAnswer =
  typeof __SCHEMA_ANSWER__ === "string" ? Buffer.from(__SCHEMA_ANSWER__, "latin1") : undefined;

async function main(): Promise<void> {
  if (isStartedByTerraform(process.env)) {
    return serveLater({
      name: providerName,
      load: async () => (await import("./provider")).dialog360Provider,
      schemaAnswer,
    });
  }
  const { runCommand } = await import("./commands");
  process.exitCode = await runCommand(process.argv.slice(2));
}

void main();
