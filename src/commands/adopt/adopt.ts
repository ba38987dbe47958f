import { readdirSync } from "node:fs";
import path from "node:path";
import type { Channel } from "../../client";
import type { Reading } from "../../provider";
import type { CommandModule } from "../command";
import { writeFiles } from "../files/write-files";
import { withHub } from "../hub/with-hub";
import type { ManagedChannel } from "../managed/managed-channels";
import { readManaged } from "../managed/read-managed";
import type { Output } from "../output";
import { type Adoption, adopt as adoptChannels, PROVIDER_FILE } from "./adoption";
import { type AdoptArguments, adoptOptions, parseAdoptArguments } from "./arguments";
import { type Files, formats, providerFile } from "./formats";
import { type Selected, selectChannels } from "./select-channels";
import { summaryTable } from "./summary";

/** The command `adopt`: writes the partner's channels as configuration. */
export const adopt: CommandModule = {
  options: adoptOptions,
  async run(argv, output) {
    const wanted = parseAdoptArguments(argv);
    const managed = await readManaged(wanted.managed);
    if (wanted.managed.length > 0 && managed.length === 0) {
      output.stderr.write("Warning: the states that --managed names manage no channel of this provider.\n");
    }
    const { adoption, selected } = await withHub(output, (hub, signal) =>
      findAdoption(hub, wanted, managed, { output, signal }),
    );
    if (adoption.clients.length === 0) {
      output.stderr.write(`Nothing is left to adopt: all ${selected.managed.length} channels are managed.\n`);
      return 0;
    }
    const placed = write(formats[wanted.format](adoption), adoption, wanted, output);
    output.stderr.write(`${summaryTable(adoption, selected)}${placed}`);
    return 0;
  },
};

interface Reach {
  readonly output: Output;
  readonly signal: AbortSignal;
}

interface Found {
  readonly adoption: Adoption;
  readonly selected: Selected;
}

async function findAdoption(
  hub: Reading,
  wanted: AdoptArguments,
  managed: readonly ManagedChannel[],
  reach: Reach,
): Promise<Found> {
  const { partnerId, trackingOf, isTerminated } = hub;
  const own = managed.filter((one) => one.partnerId === null || one.partnerId === partnerId);
  const rows = await listChannels(hub, wanted.clientIds, reach);
  const selected = selectChannels(rows, wanted, { trackingOf, isTerminated, managed: own });
  const { channels } = selected;
  if (channels.length === 0 && selected.managed.length === 0) throw nothingFound(partnerId, selected);
  const addresses = managed.map(({ address }) => address);
  const { unreported } = wanted;
  return { selected, adoption: adoptChannels({ partnerId, channels, trackingOf, unreported, addresses }) };
}

/** All channels, or those of the clients that are named. @throws Error for a client that the partner does not have */
async function listChannels(
  { api, partnerId }: Reading,
  clientIds: readonly string[],
  { output, signal }: Reach,
): Promise<readonly Channel[]> {
  const { rows, exact } = await api.channels.all(partnerId, [], { signal, mayLack: true });
  if (!exact) {
    output.stderr.write("Warning: channels came and went while they were listed; some may be missing.\n");
  }
  const withChannels = new Set(rows.map(({ clientId }) => clientId));
  for (const clientId of clientIds) {
    if (withChannels.has(clientId)) continue;
    const client = await api.clients.find(partnerId, clientId, { signal });
    if (client === null) throw new Error(`the partner ${partnerId} has no client ${clientId}.`);
  }
  return rows;
}

function nothingFound(partnerId: string, { terminated, unreported }: Selected): Error {
  const reasons = [
    ...(terminated > 0 ? [`${terminated} that match are terminated`] : []),
    ...(unreported > 0
      ? [`the hub does not report the tracking of ${unreported} (set DIALOG360_CTWA_STATUS_FIELD if it does)`]
      : []),
  ];
  const why = reasons.length === 0 ? "" : ` ${reasons.join("; ")}.`;
  return new Error(`no channel of the partner ${partnerId} matches; nothing was written.${why}`);
}

/** Writes the files, or prints them. Returns what to tell a person about it. */
function write(files: Files, { partnerId }: Adoption, wanted: AdoptArguments, { stdout }: Output): string {
  const { out, force, format } = wanted;
  if (out === "-") {
    stdout.write([...files.values()].join("\n"));
    return "";
  }
  const isHcl = format === "fleet" || format === "blocks";
  const provider = new Map([[`${PROVIDER_FILE}.tf`, providerFile(partnerId)]]);
  const all = [...(isHcl && !holdsConfiguration(out) ? provider : []), ...files];
  writeFiles(new Map(all.map(([name, text]) => [path.join(out, name), text])), { force });
  const next = isHcl ? " Next, in that folder: terraform init, then terraform plan." : "";
  return `Wrote ${all.length} ${all.length === 1 ? "file" : "files"} to ${path.resolve(out)}.${next}\n`;
}

/** A second block that names the provider would be an error. */
function holdsConfiguration(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /\.tf(\.json)?$/.test(name));
  } catch {
    return false;
  }
}
