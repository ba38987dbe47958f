import { providerSource } from "../address";
import { version } from "../version";
import type { Command } from "./command";

/** One screen of 80 columns and 24 lines: what this program is and how to begin. */
export function usage(commands: Readonly<Record<string, Command>>): string {
  // The heading stands for the command help: the screen has 24 lines.
  const rows = Object.entries(commands).flatMap(([name, { uses }]) => (name === "help" ? [] : uses));
  return `terraform-provider-dialog360 ${version}

This is a plugin: Terraform and OpenTofu start it, people do not. It switches
click-to-WhatsApp (CTWA) tracking of 360dialog channels on and off, as declared
in configuration. To use it, put it where Terraform looks:

  terraform-provider-dialog360 install

then name the source "${providerSource}" in required_providers of a
configuration and run "terraform init".

Commands (COMMAND --help tells more):
${rows.map(([words, does]) => `  ${words.padEnd(24)} ${does}`).join("\n")}`;
}
