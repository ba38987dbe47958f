const known = new WeakMap<object, readonly (readonly [string, unknown])[]>();

/** `Object.entries` of a schema or an object type. Both never change, so the result is cached. */
export function entriesOf<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  let entries = known.get(record);
  if (entries === undefined) {
    entries = Object.entries(record);
    known.set(record, entries);
  }
  return entries as readonly (readonly [string, T])[];
}
