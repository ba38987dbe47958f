import { findCycle } from "./cycles";
import { openParts, partOf } from "./parts";
import { placeIn, type RoomPlan } from "./rooms";
import { type ImportLine, readImports, type SourceFile } from "./sources";

/** What the rules find in a set of files, each as the lines to print. Empty where all is well. */
export interface Findings {
  readonly strangers: string[];
  readonly forbidden: string[];
  readonly aroundDoors: string[];
  readonly cycle: string[];
}

/** Holds the files against the table of parts. */
export function checkImports(sources: readonly SourceFile[]): Findings {
  const imports = readImports(sources).filter(isLocal);
  return {
    strangers: sources.map(({ file }) => file).filter((file) => partOf(file) === undefined),
    forbidden: imports.filter(isForbidden).map(describe),
    aroundDoors: imports.filter(isAroundDoor).map(describe),
    cycle: findCycle(graphOf(imports)) ?? [],
  };
}

type LocalImport = ImportLine & { readonly to: string };

function isLocal(line: ImportLine): line is LocalImport {
  return line.to !== undefined;
}

function isForbidden({ from, to }: LocalImport): boolean {
  const [mine, other] = [partOf(from), partOf(to)];
  return mine !== other && (other === undefined || mine?.mayImport.includes(other.name) !== true);
}

function isAroundDoor({ from, to }: LocalImport): boolean {
  const other = partOf(to);
  if (other === undefined || other === partOf(from) || openParts.has(other.name)) return false;
  return !other.places.some((place) => to === `${place}index.ts`);
}

function graphOf(imports: readonly LocalImport[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

function describe({ from, to }: LocalImport): string {
  return `${from} -> ${to}`;
}

/** Imports between rooms of one part that do not lead down, e.g. from what sends a request to what decides to. */
export function findUpwardImports(sources: readonly SourceFile[], plan: RoomPlan): string[] {
  const leadsUp = ({ from, to }: LocalImport) => {
    const [mine, other] = [placeIn(plan, from), placeIn(plan, to)];
    if (mine === undefined || other === undefined || mine.room === other.room) return false;
    if (plan.joints?.some((file) => from === plan.part + file)) return false;
    return other.layer <= mine.layer;
  };
  return readImports(sources).filter(isLocal).filter(leadsUp).map(describe);
}
