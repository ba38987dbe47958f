// Counts the steps that code takes through collections: a call that looks at one entry counts one, a call that goes
// through a whole collection counts its size. Unlike a time it is the same on every machine.

/** Methods that look at one entry. */
const SINGLE = [
  [Map.prototype, ["get", "set", "has", "delete"]],
  [Set.prototype, ["has", "add", "delete"]],
] as const;
/** Methods of arrays that may go through all items. */
const WHOLE = [
  ...["map", "filter", "find", "findIndex", "some", "every", "flatMap", "reduce", "forEach"],
  ...["includes", "indexOf", "concat", "slice", "sort", "join"],
] as const;
/** Functions that go through all entries of their result. */
const LISTING = ["keys", "values", "entries", "fromEntries"] as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string | symbol, Method>;

/** Runs something, and counts the steps that are taken meanwhile. */
export async function countSteps(run: () => Promise<unknown>): Promise<number> {
  let steps = 0;
  const undo: (() => void)[] = [];
  const replace = (
    owner: object,
    name: string | symbol,
    count: (self: unknown, result: unknown) => number,
  ) => {
    const methods = owner as Methods;
    const method = methods[name] as Method;
    methods[name] = function (this: unknown, ...args: unknown[]) {
      const result = method.apply(this, args);
      steps += count(this, result);
      return result;
    };
    undo.push(() => {
      methods[name] = method;
    });
  };
  for (const [owner, names] of SINGLE) for (const name of names) replace(owner, name, () => 1);
  for (const collection of [Map.prototype, Set.prototype])
    for (const name of ["keys", "values", "entries", "forEach", Symbol.iterator])
      replace(collection, name, (self) => (self as ReadonlySet<unknown>).size);
  for (const name of WHOLE) replace(Array.prototype, name, (self) => (self as readonly unknown[]).length);
  for (const name of LISTING)
    replace(Object, name, (_self, result) => Object.getOwnPropertyNames(result).length);
  try {
    await run();
    return steps;
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}
