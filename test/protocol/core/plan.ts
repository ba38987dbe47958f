import { schemaType } from "../../../src/framework/schema";
import { equal, isWhollyKnown, type ObjectValue } from "../../../src/framework/value";
import { complete, propose, type Written } from "../../framework/schema/core";
import { replaces } from "./replaces";
import { planErrors } from "./rules";
import { type Instance, type State, toStateJson } from "./state";
import { ask, each, refuse, schemaOf, typeOf, unwire, type Walk, wire } from "./walk";

/** A configuration as data; addresses are `TYPE.NAME`, of data sources `data.TYPE.NAME`. */
export interface Configuration {
  readonly provider?: Written;
  readonly resources?: Readonly<Record<string, Written>>;
  readonly data?: Readonly<Record<string, Written>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  /** Addresses that `removed` blocks with `destroy = false` name: what is there is forgotten. */
  readonly removed?: readonly string[];
}

export type Action = "no-op" | "create" | "update" | "replace" | "delete" | "forget";

/** What a plan wants to do to one object. */
export interface Change {
  readonly address: string;
  readonly action: Action;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue | null;
  readonly private: Uint8Array;
}

/** What came of a plan walk, beside its messages. */
export interface Planned {
  readonly changes: readonly Change[];
  /** The state as the refresh found it. */
  readonly refreshed: State;
  /** What the data sources answered. */
  readonly data: ReadonlyMap<string, ObjectValue>;
}

/** Refreshes and plans every object. */
export async function planWalk(walk: Walk, config: Configuration, state: State): Promise<Planned> {
  const { resources = {}, data = {}, removed = [] } = config;
  const before = withMoves(state, config);
  const refreshed = new Map(before);
  const changes: Change[] = [];
  const answers = new Map<string, ObjectValue>();
  await each(walk, new Set([...Object.keys(resources), ...before.keys()]), async (address) => {
    // Nobody is asked about what is forgotten.
    if (removed.includes(address)) return void changes.push(...planForget(address, before));
    const object = await refresh(walk, address, refreshed);
    const written = resources[address];
    const change =
      written === undefined
        ? await planDelete(walk, address, object)
        : await planWritten(walk, address, written, object);
    if (change !== null) changes.push(change);
  });
  await each(walk, Object.keys(data), async (address) => {
    answers.set(address, await readData(walk, address, data[address] ?? {}));
  });
  return { changes, refreshed, data: answers };
}

function withMoves(state: State, { moved = [] }: Configuration): State {
  const renamed = new Map(state);
  for (const { from, to } of moved) {
    const instance = renamed.get(from);
    if (instance === undefined || renamed.has(to)) continue;
    renamed.delete(from);
    renamed.set(to, instance);
  }
  return renamed;
}

/** An object as its last run left it. */
export interface Prior {
  readonly object: ObjectValue;
  readonly private: Uint8Array;
  readonly tainted: boolean;
}

async function refresh(walk: Walk, address: string, state: Map<string, Instance>): Promise<Prior | null> {
  const instance = state.get(address);
  if (instance === undefined) return null;
  const schema = schemaOf(walk, address);
  const rawState = { json: Buffer.from(instance.attributes), flatmap: {} };
  const upgraded = await ask(walk, address, "UpgradeResourceState", { typeName: typeOf(address), rawState });
  const response = await ask(walk, address, "ReadResource", {
    typeName: typeOf(address),
    currentState: upgraded.upgradedState,
    private: instance.private,
  });
  const object = unwire(schema, response.newState);
  if (object === null) {
    state.delete(address);
    return null;
  }
  if (!isWhollyKnown(object)) refuse(walk, address, "Provider returned invalid result object after refresh");
  const read = { ...instance, attributes: toStateJson(object), private: response.private };
  state.set(address, read);
  return { object, private: read.private, tainted: read.tainted };
}

async function planDelete(walk: Walk, address: string, before: Prior | null): Promise<Change | null> {
  if (before === null) return null;
  const schema = schemaOf(walk, address);
  const response = await ask(walk, address, "PlanResourceChange", {
    typeName: typeOf(address),
    priorState: wire(schema, before.object),
    proposedNewState: wire(schema, null),
    config: wire(schema, null),
    priorPrivate: before.private,
  });
  if (unwire(schema, response.plannedState) !== null) {
    refuse(walk, address, "Provider produced invalid plan", ["planned to keep what is to be destroyed"]);
  }
  return {
    address,
    action: "delete",
    prior: before.object,
    planned: null,
    private: response.plannedPrivate,
  };
}

function planForget(address: string, state: State): Change[] {
  const nothing = { prior: null, planned: null, private: new Uint8Array() };
  return state.has(address) ? [{ address, action: "forget", ...nothing }] : [];
}

/** Plans one configured object: what core does in a plan walk, and once more before it applies. */
export async function planWritten(
  walk: Walk,
  address: string,
  written: Written,
  before: Prior | null,
): Promise<Change> {
  const schema = schemaOf(walk, address);
  const config = complete(schema, written);
  await ask(walk, address, "ValidateResourceConfig", {
    typeName: typeOf(address),
    config: wire(schema, config),
  });
  // What is kept beside a tainted object is not sent either.
  const sound = before === null || before.tainted ? null : before;
  const prior = sound?.object ?? null;
  const first = await planOnce(walk, address, config, prior, sound?.private ?? new Uint8Array());
  if (before?.tainted) return { ...first, address, action: "replace", prior: before.object };
  if (prior === null) return { ...first, address, action: "create", prior };
  if (first.replaces) {
    const second = await planOnce(walk, address, config, null, first.private);
    return { ...second, address, action: "replace", prior };
  }
  const same = equal(schemaType(schema), prior, first.planned);
  return { ...first, address, action: same ? "no-op" : "update", prior };
}

interface OnePlan {
  readonly planned: ObjectValue;
  readonly private: Uint8Array;
  readonly replaces: boolean;
}

async function planOnce(
  walk: Walk,
  address: string,
  config: ObjectValue,
  prior: ObjectValue | null,
  priorPrivate: Uint8Array,
): Promise<OnePlan> {
  const schema = schemaOf(walk, address);
  const response = await ask(walk, address, "PlanResourceChange", {
    typeName: typeOf(address),
    priorState: wire(schema, prior),
    proposedNewState: wire(schema, propose(schema, config, prior)),
    config: wire(schema, config),
    priorPrivate,
  });
  const planned = unwire(schema, response.plannedState);
  if (planned === null) {
    return refuse(walk, address, "Provider produced invalid plan", [
      "planned for absence but config wants existence",
    ]);
  }
  const errors = planErrors(schema, { config, prior, planned });
  if (errors.length > 0) refuse(walk, address, "Provider produced invalid plan", errors);
  const effective = response.requiresReplace.map((path) =>
    replaces(walk, address, path, { schema, prior, planned }),
  );
  return { planned, private: response.plannedPrivate, replaces: effective.includes(true) };
}

async function readData(walk: Walk, address: string, written: Written): Promise<ObjectValue> {
  const schema = schemaOf(walk, address);
  const request = { typeName: typeOf(address), config: wire(schema, complete(schema, written)) };
  await ask(walk, address, "ValidateDataResourceConfig", request);
  const { state } = await ask(walk, address, "ReadDataSource", request);
  const object = unwire(schema, state);
  if (object === null || !isWhollyKnown(object)) {
    return refuse(walk, address, "Provider produced invalid object");
  }
  return object;
}
