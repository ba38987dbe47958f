import { Diagnostics } from "../../../src/framework";
import type { FakeHub } from "../fake-hub";
import { fillDefaults, findMisfitIn, type Schema } from "./schema-checks";

interface Source {
  readonly schema: Schema;
  validate?(context: never): void;
  read(context: never): Promise<object>;
}

type Values = Readonly<Record<string, unknown>>;

/** Reads a data source with these arguments; the result was checked against its schema. */
export async function read(source: Source, hub: FakeHub, given: Values) {
  const diagnostics = new Diagnostics();
  const config = fillDefaults(source.schema, given);
  const signal = new AbortController().signal;
  const context = { config, client: hub.session, diagnostics, signal, log: undefined };
  const result = await source.read(context as never);
  expect(findMisfitIn(source.schema, result)).toBeUndefined();
  for (const [name, value] of Object.entries(config)) {
    if (value !== null) expect(result).toHaveProperty(name, value);
  }
  return { result: result as Values, diagnostics };
}

/** Summaries of what validate says. */
export function validate(source: Source, given: Values): string[] {
  const diagnostics = new Diagnostics();
  const nothing = Object.fromEntries(Object.keys(source.schema).map((name) => [name, null]));
  source.validate?.({ config: { ...nothing, ...given }, diagnostics } as never);
  return diagnostics.list.map(({ summary }) => summary);
}
