import type { DeclaredChannel } from "../../../comparison";
import { readJsonDocuments } from "../../input/json-documents";
import { nameOf, readText } from "../../input/read-text";
import { readManaged } from "../../managed/read-managed";
import type { ReportArguments } from "../arguments";
import { declarationsInPlan } from "../plan/declared-in-plan";
import { readPlan, type TrackingPlan } from "../plan/planned-objects";
import { type Declaration, parseDeclaredFile } from "./declared-file";
import { declarationsOf } from "./declared-in-state";

/** What the named files declare. */
export interface DeclaredSources {
  /** What is declared for channels of a partner, and how many channels are other partners'. */
  readonly of: (partnerId: string) => {
    readonly declared: ReadonlyMap<string, DeclaredChannel>;
    readonly others: number;
  };
  /** Names of the files. */
  readonly names: readonly string[];
  readonly plan: TrackingPlan | null;
  readonly warnings: readonly string[];
}

/** A declaration with the partner that it names, if it names one. */
type Owned = readonly [partnerId: string | null, ...Declaration];

/** Reads what is declared from the files that the arguments name. @throws Error that names the file */
export async function readDeclared(wanted: ReportArguments): Promise<DeclaredSources> {
  if (wanted.managed !== null) return await readStates(wanted.managed);
  if (wanted.plan !== null) return await readPlanFile(wanted.plan);
  const place = String(wanted.declared);
  const declarations = parseDeclaredFile(await readText(place), nameOf(place));
  return assemble(
    declarations.map((one) => [null, ...one]),
    [nameOf(place)],
    null,
  );
}

async function readStates(places: readonly string[]): Promise<DeclaredSources> {
  const managed = await readManaged(places);
  const declarations = declarationsOf(managed, Date.now());
  const owned = declarations.map((one, index): Owned => [managed[index]?.partnerId ?? null, ...one]);
  return assemble(owned, places.map(nameOf), null);
}

async function readPlanFile(place: string): Promise<DeclaredSources> {
  const [document, ...others] = await readJsonDocuments(place);
  if (document === undefined || others.length > 0) throw new Error(`${nameOf(place)} has to hold one plan.`);
  const plan = readPlan(document.value, document.source);
  return assemble(declarationsInPlan(plan, document.source), [document.source], plan);
}

function assemble(
  owned: readonly Owned[],
  names: readonly string[],
  plan: TrackingPlan | null,
): DeclaredSources {
  return {
    ...{ names, plan, warnings: warningsOf(owned, plan) },
    of(partnerId) {
      const own = owned.filter(([owner]) => owner === null || owner === partnerId);
      const declared = new Map<string, DeclaredChannel>();
      for (const [, id, channel] of own) if (!declared.has(id)) declared.set(id, channel);
      return { declared, others: owned.length - own.length };
    },
  };
}

const MOST_NAMED = 5;

function warningsOf(owned: readonly Owned[], plan: TrackingPlan | null): string[] {
  if (owned.length === 0 && plan === null) return ["Nothing is declared: every channel counts as unmanaged."];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const [owner, id] of owned) {
    const key = `${owner ?? ""}/${id}`;
    if (seen.has(key)) twice.add(id);
    seen.add(key);
  }
  if (twice.size === 0) return [];
  const named = [...twice].slice(0, MOST_NAMED).join(", ");
  const more = twice.size > MOST_NAMED ? ` and ${twice.size - MOST_NAMED} more` : "";
  return [`Declared more than once, the first one counts: ${named}${more}.`];
}
