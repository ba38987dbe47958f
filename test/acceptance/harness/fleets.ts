import type { World } from "./world";

/** HCL of one fleet: these channels, each with its value or on, and other lines of the block. */
export function fleet(
  name: string,
  channels: Readonly<Record<string, string | boolean>> | readonly string[],
  ...lines: readonly string[]
): string {
  const entries = Array.isArray(channels) ? channels.map((id) => [id, true]) : Object.entries(channels);
  const map = entries.map(([id, own]) => `    ${id} = ${own}\n`).join("");
  const body = lines.map((line) => `  ${line}\n`).join("");
  return `resource "dialog360_ctwa_tracking_fleet" "${name}" {\n  channels = {\n${map}  }\n${body}}\n`;
}

/** The address that Terraform gives it. */
export function fleetAddress(name: string): string {
  return `dialog360_ctwa_tracking_fleet.${name}`;
}

/** What the state says of a fleet. */
export async function fleetState({ workspace }: World, name: string) {
  return (await workspace.state())[fleetAddress(name)] ?? {};
}
