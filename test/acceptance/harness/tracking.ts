import type { World } from "./world";

/** HCL of one tracking resource with these lines in it. */
export function tracking(name: string, ...lines: readonly string[]): string {
  const body = lines.map((line) => `  ${line}\n`).join("");
  return `resource "dialog360_channel_ctwa_tracking" "${name}" {\n${body}}\n`;
}

/** The address that Terraform gives it. */
export function addressOf(name: string): string {
  return `dialog360_channel_ctwa_tracking.${name}`;
}

/** Whether tracking of the channel is on in the hub, whatever the state says. */
export function isOn({ simulator }: World, channelId: string): boolean | undefined {
  return simulator.control.channel(channelId)?.ctwa;
}

/** The switches that were sent so far, such as "enable exampleCL/berlinCH", in the order of their arrival. */
export function switches({ simulator }: World): string[] {
  return simulator.requests.list().flatMap(({ path }) => {
    const found = /\/clients\/([^/]+)\/channels\/([^/]+)\/(enable|disable)_ctwa$/.exec(path);
    return found === null ? [] : [`${found[3]} ${found[1]}/${found[2]}`];
  });
}
