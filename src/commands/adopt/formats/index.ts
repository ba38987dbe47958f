// The formats in which adopted channels are written, as a table of file contents by file name.
// It must never know how channels were found, nor where the files go.
// Next: hcl.ts, the default.
import type { Adoption } from "../adoption";
import { environmentsFile } from "./environments";
import { blocksFile, fleetFile } from "./hcl";
import { csvFile, jsonFile } from "./tables";

export { providerFile } from "./hcl";

/** Files by name, in the order in which they are printed. */
export type Files = ReadonlyMap<string, string>;

const one = (name: string, text: string): Files => new Map([[name, text]]);

/** Each format by the word that chooses it. */
export const formats = {
  fleet: ({ clients }: Adoption): Files => new Map(clients.map((c) => [`${c.name}.tf`, fleetFile(c)])),
  blocks: ({ clients }: Adoption): Files => new Map(clients.map((c) => [`${c.name}.tf`, blocksFile(c)])),
  cdktf: (adoption: Adoption): Files => one("environments.ts", environmentsFile(adoption, "cdktf")),
  cdktn: (adoption: Adoption): Files => one("environments.ts", environmentsFile(adoption, "cdktn")),
  csv: (adoption: Adoption): Files => one("channels.csv", csvFile(adoption)),
  json: (adoption: Adoption): Files => one("channels.json", jsonFile(adoption)),
};

/** A format's word. */
export type Format = keyof typeof formats;
