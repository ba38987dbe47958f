import { providerSource } from "../../../address";
import { version } from "../../../version";
import { hclString, visible } from "../../text/visible";
import type { AdoptedChannel, AdoptedClient } from "../adoption";

/** The block that names the provider, for a folder that holds no configuration yet. */
export function providerFile(partnerId: string): string {
  const [major, minor] = version.split(".");
  return `terraform {
  required_version = ">= 1.11"

  required_providers {
    dialog360 = {
      source  = ${hclString(providerSource)}
      version = "~> ${major}.${minor}"
    }
  }
}

# Credentials come from the environment, and so does the partner: ${visible(partnerId)}.
provider "dialog360" {}
`;
}

/** One fleet with all channels of a client. */
export function fleetFile(client: AdoptedClient): string {
  const { clientId, name, channels } = client;
  const clientLine = clientId === null ? [] : [`  client_id = ${hclString(clientId)}`];
  return [
    ...headOf(client),
    `resource "dialog360_ctwa_tracking_fleet" "${name}" {`,
    ...clientLine,
    `  on_create = "assume"`,
    "",
    "  channels = {",
    ...entriesOf(channels),
    "  }",
    "}",
    "",
  ].join("\n");
}

function headOf({ clientId, clientName, channels }: AdoptedClient): readonly string[] {
  const on = channels.filter(({ enabled }) => enabled).length;
  const unreported = channels.filter(({ reported }) => reported === null).length;
  return [
    `# ${visible(clientName ?? clientId ?? "Channels without a client")}: ${on} on, ${channels.length - on} off.`,
    "# The first apply takes these positions for true and switches nothing (on_create).",
    ...(unreported === 0 ? [] : [`# ${unreportedNote(unreported)}`]),
  ];
}

function unreportedNote(count: number): string {
  return `The hub does not report the tracking of ${count} of them: correct those that are wrong before the first apply.`;
}

/** Aligned as `terraform fmt` does it. */
function entriesOf(channels: readonly AdoptedChannel[]): readonly string[] {
  const keys = channels.map(({ channel }) => hclString(channel.id));
  const width = Math.max(...keys.map((key) => key.length));
  const someOff = channels.some(({ enabled }) => !enabled);
  return channels.map((one, index) => {
    const value = String(one.enabled).padEnd(someOff ? 5 : 4);
    return `    ${(keys[index] ?? "").padEnd(width)} = ${value} # ${labelOf(one)}`;
  });
}

/** A resource for each channel of a client, with an import where the hub reports the state. */
export function blocksFile({ channels }: AdoptedClient): string {
  return channels.map(blockOf).join("\n");
}

function blockOf({ channel, name, reported, enabled, ...one }: AdoptedChannel): string {
  const id = hclString(channel.id);
  const address = `dialog360_channel_ctwa_tracking.${name}`;
  const head = `# ${labelOf({ channel, name, reported, enabled, ...one })}`;
  const resource = (...lines: readonly string[]) =>
    [
      `resource "dialog360_channel_ctwa_tracking" "${name}" {`,
      `  channel_id = ${id}`,
      `  enabled    = ${enabled}`,
      ...lines,
      "}",
      "",
    ].join("\n");
  if (reported === null) {
    return `${head}\n# The hub does not report its tracking, so the first apply takes it for ${enabled ? "on" : "off"}.\n${resource('  on_create  = "assume"')}`;
  }
  return `${head}\nimport {\n  to = ${address}\n  id = ${id}\n}\n\n${resource()}`;
}

function labelOf({ channel }: AdoptedChannel): string {
  const parts = [channel.phoneName, channel.phoneNumber].filter((part) => part !== null);
  return visible(parts.join(", ")).trim() || "no name";
}
