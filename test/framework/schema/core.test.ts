import {
  type BuiltSchema,
  listNested,
  mapNested,
  type Schema,
  setNested,
  singleNested,
  string,
} from "../../../src/framework/schema";
import { UNKNOWN } from "../../../src/framework/value";
import { type CoreVersion, complete, propose, type Written } from "./core";

// Each answer is that of ProposedNew in Terraform 1.16 or 1.11 to the same question.
const description = "d";
const optional = { description, optional: true } as const;
const parts = { name: string(optional), id: string({ description, computed: true }) };
const open = { name: UNKNOWN, id: UNKNOWN };
const deep = {
  a: singleNested(
    { b: singleNested({ c: string(optional) }, { description, computed: true }) },
    { ...optional, computed: true },
  ),
};

interface Row {
  readonly schema: Schema;
  readonly config: Written;
  readonly prior?: Written;
  readonly proposed: Written;
  readonly core?: CoreVersion;
}

test.each<[string, Row]>([
  [
    "an unknown element of a map becomes an object of unknown attributes",
    {
      schema: { a: mapNested(parts, optional) },
      config: { a: new Map([["k", UNKNOWN]]) },
      proposed: { a: new Map([["k", open]]) },
    },
  ],
  [
    "an older core leaves one that is new as it is",
    {
      schema: { a: mapNested(parts, optional) },
      config: { a: { k: UNKNOWN, l: UNKNOWN } },
      prior: { a: { k: { name: "n", id: "1" } } },
      proposed: { a: { k: open, l: UNKNOWN } },
      core: "1.11",
    },
  ],
  [
    "an unknown element of a list becomes one where there was one before",
    {
      schema: { a: listNested(parts, optional) },
      config: { a: [UNKNOWN, UNKNOWN] },
      prior: { a: [{ name: "n", id: "1" }] },
      proposed: { a: [open, UNKNOWN] },
    },
  ],
  [
    "unknown elements of a set become as many",
    {
      schema: { a: setNested(parts as BuiltSchema, optional) },
      config: { a: [UNKNOWN, UNKNOWN] },
      proposed: { a: [open, open] },
    },
  ],
  [
    "what holds a setting at any depth was configured, and is not any more",
    { schema: deep, config: {}, prior: { a: { b: { c: "v" } } }, proposed: {} },
  ],
  [
    "what holds no setting is kept",
    { schema: deep, config: {}, prior: { a: { b: null } }, proposed: { a: { b: null } } },
  ],
])("%s", (_what, { schema, config, prior, proposed, core }) => {
  const before = prior === undefined ? null : complete(schema, prior);
  expect(propose(schema, complete(schema, config), before, core)).toEqual(complete(schema, proposed));
});
