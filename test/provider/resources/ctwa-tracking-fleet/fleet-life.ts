import { setMaxListeners } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { Diagnostics, type Provider } from "../../../../src/framework";
import { PrivateState } from "../../../../src/framework/define/private-state";
import {
  findPlanMisfit,
  findReplaced,
  findResultMisfit,
  findUnknown,
  planValues,
  schemaType,
} from "../../../../src/framework/schema";
import { formatPath, type ObjectValue } from "../../../../src/framework/value";
import { ChannelClaims } from "../../../../src/provider/channels/channel-claims";
import { PlannedMoves } from "../../../../src/provider/channels/planned-moves";
import { ctwaTrackingFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet";
import { destroyFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet/destroy";
import { importFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet/import";
import { planFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet/plan";
import { readFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet/read";
import type {
  Planned,
  State,
  Uncertain,
} from "../../../../src/provider/resources/ctwa-tracking-fleet/schema";
import { createFleet, updateFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet/write";
import type { Session } from "../../../../src/provider/session";
import { ChannelWrites } from "../../../../src/provider/switching/channel-writes";
import { complete, propose } from "../../../framework/schema/core";
import type { FakeHub } from "../../fake-hub";

const { schema } = ctwaTrackingFleet as Provider["resources"][number];
const type = schemaType(schema);

/** Attributes of a configuration; what is left out is null. */
export type Declaration = Readonly<Record<string, unknown>>;

/** A configuration of these channels, with whatever else is given. */
export function config(channels: Readonly<Record<string, unknown>>, parts: Declaration = {}): Uncertain {
  return complete(schema, { channels: new Map(Object.entries(channels)), ...parts }) as unknown as Uncertain;
}

/** What a plan came to; the plan itself was checked against the rules of core. */
export interface FleetPlan {
  readonly plan: Uncertain;
  readonly replaces: readonly string[];
  readonly diagnostics: Diagnostics;
}

/** One fleet in a state file, brought through plan and apply. */
export class FleetLife {
  current: State | null = null;
  readonly private = new PrivateState();
  diagnostics = new Diagnostics();
  saved: State | null = null;

  constructor(
    readonly hub: FakeHub,
    readonly signal: AbortSignal = new AbortController().signal,
  ) {
    setMaxListeners(0, signal);
  }

  /** Plans as core and the framework do: merged values, defaults, unknowns, then the resource's own word. */
  plan(configured: Uncertain): FleetPlan {
    const prior = this.current as ObjectValue | null;
    const asked = configured as ObjectValue;
    const values = { config: asked, prior };
    const fromSchema = planValues(schema, { ...values, proposed: propose(schema, asked, prior) });
    const diagnostics = new Diagnostics();
    const plan = planFleet({
      config: configured,
      plan: fromSchema as unknown as Uncertain,
      state: this.current,
      private: this.private,
      client: this.run(),
      diagnostics,
    });
    const planned = plan as ObjectValue;
    expect(findPlanMisfit(schema, { ...values, planned })).toBeUndefined();
    return { plan, replaces: findReplaced(schema, prior, planned).map(formatPath), diagnostics };
  }

  /** Plans and applies; a result without errors was checked against the rules of core. */
  async apply(configured: Uncertain): Promise<State> {
    const { plan, diagnostics } = this.plan(configured);
    if (diagnostics.hasErrors) throw new Error(diagnostics.list.map(({ summary }) => summary).join());
    const context = {
      ...this.#context(),
      config: configured as unknown as State,
      plan: plan as unknown as Planned,
      save: (saved: State) => {
        this.saved = saved;
      },
    };
    const state = this.current;
    const result = await (state === null ? createFleet(context) : updateFleet({ ...context, state }));
    expect(findUnknown(type, result as ObjectValue)).toBeUndefined();
    if (!this.diagnostics.hasErrors) {
      expect(findResultMisfit(type, plan as ObjectValue, result as ObjectValue)).toBeUndefined();
    }
    this.current = result;
    return result;
  }

  /** Reads, as a refresh does: the private state changes only with the map of channels. */
  async read(): Promise<State> {
    const before = { state: this.state, kept: Buffer.from(this.private.bytes).toString() };
    this.current = await readFleet({ ...this.#context(), state: this.state });
    if (this.current.channels.size === before.state.channels.size) {
      expect(Buffer.from(this.private.bytes).toString()).toBe(before.kept);
    }
    return this.current;
  }

  async import(id: string): Promise<State> {
    this.current = await importFleet({ ...this.#context(), id, identity: null });
    return this.current;
  }

  /** Destroys; what is left is the state, null where nothing is. */
  async destroy(): Promise<State | null> {
    this.saved = null;
    const save = (state: State) => {
      this.saved = state;
    };
    await destroyFleet({ ...this.#context(), state: this.state, save });
    this.current = this.diagnostics.hasErrors ? (this.saved ?? this.current) : null;
    return this.current;
  }

  get state(): State {
    if (this.current === null) throw new Error("nothing has been created");
    return this.current;
  }

  /** What was said since the last time, such as `error: Channel not found @ channels["exampleCH"]`. */
  said(): string[] {
    const list = this.diagnostics.list.map(
      ({ severity, summary, path }) =>
        `${severity}: ${summary}${path === undefined ? "" : ` @ ${formatPath(path)}`}`,
    );
    this.diagnostics = new Diagnostics();
    return list;
  }

  /** A process of its own, which has planned and written nothing yet. */
  run(): Session {
    return { ...this.hub.session, ...partsOf(this.hub.session) };
  }

  #context() {
    return {
      client: this.run(),
      signal: this.signal,
      deadline: Number.POSITIVE_INFINITY,
      diagnostics: this.diagnostics,
      private: this.private,
      log: undefined as never,
    };
  }
}

function partsOf({ clock }: Session) {
  return { writes: new ChannelWrites(), claims: new ChannelClaims(), moves: new PlannedMoves(clock) };
}

/** The planned attributes that differ from the state; a map as a plain object. */
export function changes({ plan }: FleetPlan, state: State): Record<string, unknown> {
  const entries = Object.entries(plan as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const before = plain(state[name as keyof State]);
      const after = plain(value);
      return isDeepStrictEqual(after, before) ? [] : [[name, after]];
    }),
  );
}

/** A map as a plain object; everything else as it is. */
export function plain(value: unknown): unknown {
  return Object.prototype.toString.call(value) === "[object Map]"
    ? Object.fromEntries(value as ReadonlyMap<string, unknown>)
    : value;
}
