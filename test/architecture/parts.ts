/** A part of src/: the files it is made of, and the parts that it may import. */
export interface Part {
  readonly name: string;
  /** Folders end with a slash. A file belongs to the part that names the longest beginning of its path. */
  readonly places: readonly string[];
  readonly mayImport: readonly string[];
}

const vocabulary = ["value", "diagnostics", "schema"];

/** Who may know whom. What is not written here is forbidden. */
export const parts: readonly Part[] = [
  { name: "constants", places: ["src/address.ts", "src/version.ts"], mayImport: [] },

  { name: "progress record", places: ["src/progress-record.ts"], mayImport: [] },

  { name: "plugin", places: ["src/framework/plugin/"], mayImport: [] },
  { name: "secrets", places: ["src/secrets/"], mayImport: [] },
  { name: "logger", places: ["src/framework/logger.ts"], mayImport: ["secrets"] },
  { name: "titles", places: ["src/framework/titles.ts"], mayImport: [] },
  { name: "value", places: ["src/framework/value/"], mayImport: [] },
  { name: "diagnostics", places: ["src/framework/diagnostics.ts"], mayImport: ["value"] },
  {
    name: "schema",
    places: ["src/framework/schema/"],
    mayImport: ["value", "diagnostics", "secrets", "titles"],
  },
  { name: "messages", places: ["src/framework/protocol/generated/"], mayImport: [] },
  { name: "protocol", places: ["src/framework/protocol/"], mayImport: [...vocabulary, "messages"] },
  {
    name: "definitions",
    places: ["src/framework/define/"],
    mayImport: [...vocabulary, "logger"],
  },
  {
    name: "rpc",
    places: ["src/framework/rpc/"],
    mayImport: [...vocabulary, "definitions", "logger", "messages", "protocol", "titles"],
  },
  {
    name: "start",
    places: ["src/framework/start/"],
    mayImport: ["definitions", "logger", "plugin", "rpc"],
  },
  {
    name: "framework",
    places: ["src/framework/"],
    mayImport: [...vocabulary, "definitions", "logger", "plugin", "protocol", "rpc", "start"],
  },

  { name: "client", places: ["src/client/"], mayImport: ["secrets"] },
  { name: "simulator", places: ["src/simulator/"], mayImport: [] },
  { name: "comparison", places: ["src/comparison/"], mayImport: ["client"] },
  {
    name: "provider",
    places: ["src/provider/"],
    mayImport: ["client", "comparison", "constants", "framework", "progress record"],
  },
  {
    name: "commands",
    places: ["src/commands/"],
    mayImport: [
      ...["client", "comparison", "constants", "framework", "logger"],
      ...["progress record", "provider", "simulator"],
    ],
  },
  { name: "main", places: ["src/main.ts"], mayImport: ["commands", "constants", "provider", "start"] },
];

/** Parts without an entry point: their files are imported one by one. */
export const openParts: ReadonlySet<string> = new Set([
  "constants",
  "definitions",
  "diagnostics",
  "logger",
  "messages",
  "progress record",
  "secrets",
  "titles",
]);

/** The part that a file belongs to; undefined for a file that the table does not know. */
export function partOf(file: string): Part | undefined {
  const length = (part: Part) =>
    Math.max(0, ...part.places.filter((p) => file.startsWith(p)).map((p) => p.length));
  const [best] = [...parts].sort((a, b) => length(b) - length(a));
  return best !== undefined && length(best) > 0 ? best : undefined;
}
