import { isUnknown, type ObjectValue, objectValue, type Unknown, type Value } from "../value";

/** One value for each attribute of a plan that may be unknown. */
export type Fillings<P> = {
  readonly [K in keyof P as Unknown extends P[K] ? K : never]: Exclude<P[K], Unknown>;
};

/** A plan whose own attributes are known. */
export type Filled<P> = { readonly [K in keyof P]: Exclude<P[K], Unknown> };

/**
 * Makes the state of a plan, e.g. `fillUnknowns(plan, { id: made.id, changed_at: made.at })`. An attribute that the
 * plan left unknown takes the given value. A planned value stays: Terraform refuses another one. Values within nested
 * attributes are the author's.
 */
export function fillUnknowns<P extends object>(plan: P, values: Fillings<P>): Filled<P> {
  const given = new Map<string, Value>(Object.entries(values));
  const known = Object.entries(plan as ObjectValue).map(
    ([name, planned]) => [name, isUnknown(planned) ? (given.get(name) ?? null) : planned] as const,
  );
  return objectValue(known) as Filled<P>;
}
