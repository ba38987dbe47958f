/** A part that is divided into rooms, in layers from the entry point down to what everything rests on. */
export interface RoomPlan {
  /** Folder of the part, with a slash at the end. */
  readonly part: string;
  /**
   * Rooms and files of the part, a row a layer. A file may import from its own room and from the layers below it.
   * Files of the part that stand in no row belong to the lowest layer.
   */
  readonly layers: readonly (readonly string[])[];
  /** Files that put the rooms together: they may import from each of them. @default none */
  readonly joints?: readonly string[];
}

/** How the divided parts of src are layered. */
export const roomPlans: readonly RoomPlan[] = [
  {
    part: "src/client/",
    layers: [
      ["index.ts"],
      ["client.ts"],
      ["hub/", "signals/"],
      ["call-api.ts"],
      ["auth/"],
      ["request/"],
      ["host/"],
      ["http/"],
    ],
  },
  {
    part: "src/simulator/",
    layers: [
      ["index.ts"],
      ["listen.ts"],
      ["simulator.ts"],
      ["control/"],
      ["serving/"],
      ["hub/", "signals/"],
      ["faults/"],
      ["routing/"],
      ["world/"],
    ],
    joints: ["options.ts"],
  },
  {
    part: "src/provider/",
    layers: [
      ["index.ts"],
      ["provider.ts", "reading.ts"],
      ["actions/", "list-resources/"],
      ["resources/", "data-sources/", "functions/", "ephemeral-resources/"],
      ["configure.ts"],
      ["partner.ts"],
      ["plan-checks/"],
      ["switching/"],
      ["channels/"],
      ["progress/", "settings/"],
    ],
    joints: ["session.ts"],
  },
];

/** A room of a part, and how far down its layer is; 0 is the entry point. */
export interface Place {
  readonly room: string;
  readonly layer: number;
}

/** Where a file of a part stands; undefined for a file of another part. */
export function placeIn({ part, layers }: RoomPlan, file: string): Place | undefined {
  if (!file.startsWith(part)) return undefined;
  const rest = file.slice(part.length);
  const layer = layers.findIndex((row) => row.some((name) => isWithin(rest, name)));
  if (layer === -1) return { room: rest.includes("/") ? `unknown ${file}` : part, layer: layers.length };
  return { room: (layers[layer] ?? []).find((name) => isWithin(rest, name)) ?? rest, layer };
}

function isWithin(rest: string, name: string): boolean {
  return name.endsWith("/") ? rest.startsWith(name) : rest === name;
}
