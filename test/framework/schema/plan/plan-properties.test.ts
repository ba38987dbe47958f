import { encodeValue } from "../../../../src/framework/protocol/msgpack/encode-value";
import {
  checkSchema,
  findPlanMisfit,
  findReplaced,
  findResultMisfit,
  keepForms,
  planValues,
  type Schema,
  schemaType,
  withoutWriteOnly,
} from "../../../../src/framework/schema";
import { equal, isWhollyKnown, type ObjectValue } from "../../../../src/framework/value";
import { planErrors } from "../../../protocol/core/rules";
import { Random } from "../../value/random";
import { propose, settle } from "../core";
import { randomConfig, randomSchema } from "../random-schema";

const CASES = 200;

/** One life of an object: a schema, what was configured first, what is configured next. */
interface Story {
  readonly schema: Schema;
  readonly first: ObjectValue;
  readonly next: ObjectValue;
}

/** Plans as the framework does, for the newest core and an older one; the first of both plans. */
function plan(schema: Schema, config: ObjectValue, prior: ObjectValue | null): ObjectValue {
  const [newest, older] = (["1.16", "1.11"] as const).map((core) => {
    const planned = planValues(schema, { config, prior, proposed: propose(schema, config, prior, core) });
    const refused = planErrors(schema, { config, prior, planned });
    if (refused.length > 0) throw new Error(`core ${core} would refuse it: ${refused.join()}`);
    expect(findPlanMisfit(schema, { config, prior, planned })).toBeUndefined();
    return planned;
  });
  expect(findResultMisfit(schemaType(schema), older ?? null, newest ?? null)).toBeUndefined();
  return newest ?? {};
}

const known = (schema: Schema, value: ObjectValue) => settle(schemaType(schema), value) as ObjectValue;

/** What an apply of a plan makes of it. */
function apply(schema: Schema, planned: ObjectValue): ObjectValue {
  const applied = withoutWriteOnly(schema, known(schema, planned));
  expect(findResultMisfit(schemaType(schema), planned, applied)).toBeUndefined();
  expect(isWhollyKnown(applied)).toBe(true);
  return applied;
}

function forEachStory(check: (story: Story) => void): void {
  for (let seed = 0; seed < CASES; seed += 1) {
    const random = new Random(seed);
    const schema = randomSchema(random);
    const first = randomConfig(random, schema);
    const story = { schema, first, next: random.below(3) === 0 ? first : randomConfig(random, schema) };
    try {
      check(story);
    } catch (cause) {
      throw new Error(`seed ${seed}: ${String((cause as Error).message)}`, { cause });
    }
  }
}

test("random schemas are such as the framework can keep, and not all alike", () => {
  const seen = new Set<string>();
  forEachStory(({ schema }) => {
    expect(checkSchema(schema, "resource")).toEqual([]);
    for (const attribute of Object.values(schema)) {
      seen.add(
        attribute.kind === "typed" ? attribute.type.kind : `${attribute.nesting} ${attribute.block !== null}`,
      );
    }
  });
  expect(seen.size).toBe(14);
});

test("core takes every plan, and every result that settles it", () => {
  forEachStory(({ schema, first, next }) => {
    const state = apply(schema, plan(schema, first, null));
    apply(schema, plan(schema, next, state));
  });
});

test("the same question has the same answer, byte for byte", () => {
  forEachStory(({ schema, first, next }) => {
    const state = apply(schema, plan(schema, first, null));
    const bytes = () => encodeValue(schemaType(schema), plan(schema, next, state));
    expect(bytes()).toEqual(bytes());
  });
});

test("what is applied is planned without a change, and nothing of it is replaced", () => {
  forEachStory(({ schema, first, next }) => {
    const before = apply(schema, plan(schema, first, null));
    const state = apply(schema, plan(schema, next, before));
    const config = known(schema, next);
    const again = plan(schema, config, state);
    expect(equal(schemaType(schema), again, state)).toBe(true);
    expect(findReplaced(schema, state, again, config)).toEqual([]);
  });
});

test("what was known in a plan is the same in the plan that core asks for at apply", () => {
  forEachStory(({ schema, first, next }) => {
    const state = apply(schema, plan(schema, first, null));
    const planned = plan(schema, next, state);
    const final = plan(schema, known(schema, next), state);
    expect(findResultMisfit(schemaType(schema), planned, final)).toBeUndefined();
  });
});

test("forms that are kept once are kept for good", () => {
  forEachStory(({ schema, first, next }) => {
    const before = apply(schema, plan(schema, first, null));
    const kept = keepForms(schema, before, known(schema, next));
    expect(keepForms(schema, before, kept)).toEqual(kept);
  });
});
