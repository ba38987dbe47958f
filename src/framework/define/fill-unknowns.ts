import { isUnknown, type ObjectValue, objectValue, type Unknown, type Value } from "../value";

/** A value for each attribute that may be unknown in a plan. */
export type Fillings<P> = {
  readonly [K in keyof P as Unknown extends P[K] ? K : never]: Exclude<P[K], Unknown>;
};

/** A plan whose top-level attributes are known. */
export type Filled<P> = { readonly [K in keyof P]: Exclude<P[K], Unknown> };

/**
 * Makes a state from a plan, e.g. `fillUnknowns(plan, { id: made.id, changed_at: made.at })`. An attribute that is
 * unknown in the plan takes the given value. A known attribute keeps its planned value: Terraform refuses any other.
 * Unknown values within nested attributes stay unknown; the author fills them.
 */
export function fillUnknowns<P extends object>(plan: P, values: Fillings<P>): Filled<P> {
  const given = new Map<string, Value>(Object.entries(values));
  const known = Object.entries(plan as ObjectValue).map(
    ([name, planned]) => [name, isUnknown(planned) ? (given.get(name) ?? null) : planned] as const,
  );
  return objectValue(known) as Filled<P>;
}
