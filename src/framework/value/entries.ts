const known = new WeakMap<object, readonly (readonly [string, unknown])[]>();

/** `Object.entries` of what never changes, a schema or an object type: worked out once, for it is asked for all the time. */
export function entriesOf<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  let entries = known.get(record);
  if (entries === undefined) {
    entries = Object.entries(record);
    known.set(record, entries);
  }
  return entries as readonly (readonly [string, T])[];
}
