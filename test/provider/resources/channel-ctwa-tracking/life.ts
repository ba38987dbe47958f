import { Diagnostics, type Provider, UNKNOWN } from "../../../../src/framework";
import { PrivateState } from "../../../../src/framework/define/private-state";
import {
  findPlanMisfit,
  findReplaced,
  findResultMisfit,
  planValues,
  schemaType,
} from "../../../../src/framework/schema";
import { formatPath, type ObjectValue } from "../../../../src/framework/value";
import { ChannelClaims } from "../../../../src/provider/channels/channel-claims";
import { PlannedMoves } from "../../../../src/provider/channels/planned-moves";
import { channelCtwaTracking } from "../../../../src/provider/resources/channel-ctwa-tracking";
import { destroyTracking } from "../../../../src/provider/resources/channel-ctwa-tracking/destroy";
import { importTracking } from "../../../../src/provider/resources/channel-ctwa-tracking/import";
import { planTracking } from "../../../../src/provider/resources/channel-ctwa-tracking/plan";
import { readTracking } from "../../../../src/provider/resources/channel-ctwa-tracking/read";
import type { State, Uncertain } from "../../../../src/provider/resources/channel-ctwa-tracking/schema";
import {
  createTracking,
  updateTracking,
} from "../../../../src/provider/resources/channel-ctwa-tracking/write";
import type { FakeHub } from "../../fake-hub";

const { schema } = channelCtwaTracking as Provider["resources"][number];

/** A configuration with just these attributes. */
export function config(parts: Partial<Uncertain> = {}): Uncertain {
  const nothing = Object.fromEntries(Object.keys(schema).map((name) => [name, null]));
  return { ...(nothing as unknown as Uncertain), channel_id: "exampleCH", ...parts };
}

/** A state of a channel that was switched on at 2026-01-31, noon. */
export function state(parts: Partial<State> = {}): State {
  return {
    channel_id: "exampleCH",
    client_id: "exampleCL",
    partner_id: "examplePA",
    enabled: true,
    on_create: "switch",
    on_destroy: "disable",
    reassert_after: null,
    id: "exampleCH",
    app_id: "100001",
    phone_number: "+4915550000001",
    verification: "assumed",
    asserted_at: "2026-01-31T12:00:00.000Z",
    timeouts: null,
    ...parts,
  };
}

/** What a plan came to; the plan itself was checked against the rules of core. */
export interface Planned {
  readonly plan: Uncertain;
  readonly replaces: readonly string[];
  readonly diagnostics: Diagnostics;
}

/** Plans as core and the framework do: merged values, defaults, unknowns, then the resource's own word. */
export function planned(
  hub: Pick<FakeHub, "session">,
  configured: Uncertain,
  prior: State | null,
  {
    kept = new PrivateState(),
    claims = new ChannelClaims(),
    moves = new PlannedMoves(hub.session.clock),
  } = {},
): Planned {
  const values = { config: plain(configured), prior: prior === null ? null : plain(prior) };
  const proposed = proposedNewState(values.config, values.prior);
  const fromSchema = planValues(schema, { ...values, proposed });
  const diagnostics = new Diagnostics();
  const plan = planTracking({
    config: configured,
    plan: fromSchema as unknown as Uncertain,
    state: prior,
    private: kept,
    client: { ...hub.session, claims, moves },
    diagnostics,
  });
  expect(findPlanMisfit(schema, { ...values, planned: plain(plan) })).toBeUndefined();
  const replaces = findReplaced(schema, values.prior, plain(plan)).map(formatPath);
  return { plan, replaces, diagnostics };
}

function proposedNewState(configured: ObjectValue, prior: ObjectValue | null): ObjectValue {
  return Object.fromEntries(
    Object.entries(schema).map(([name, { presence }]) => {
      const value = configured[name] ?? null;
      const computed = presence === "computed" || presence === "optionalComputed";
      return [name, value === null && computed ? (prior?.[name] ?? null) : value];
    }),
  );
}

/** One address in a state file, brought through plan and apply. */
export class Life {
  current: State | null = null;
  readonly private = new PrivateState();
  diagnostics = new Diagnostics();
  saved: State[] = [];

  constructor(
    readonly hub: FakeHub,
    readonly signal: AbortSignal = new AbortController().signal,
  ) {}

  /** Plans and applies; the result was checked against the rules of core. */
  async apply(configured: Uncertain): Promise<State> {
    const { plan } = planned(this.hub, configured, this.current, { kept: this.private });
    const context = {
      ...this.#context(),
      config: configured as unknown as State,
      plan: plan as never,
      save: (saved: State) => void this.saved.push(saved),
    };
    const result =
      this.current === null
        ? await createTracking(context)
        : await updateTracking({ ...context, state: this.current });
    expect(findResultMisfit(schemaType(schema), plain(plan), plain(result))).toBeUndefined();
    expect(Object.values(result)).not.toContain(UNKNOWN);
    this.current = result;
    return result;
  }

  /** Reads, as a refresh does. */
  async read(): Promise<State | null> {
    const before = Buffer.from(this.private.bytes).toString();
    this.current = await readTracking({ ...this.#context(), state: this.#state() });
    expect(Buffer.from(this.private.bytes).toString()).toBe(before);
    return this.current;
  }

  async destroy(): Promise<void> {
    const save = (saved: State) => void this.saved.push(saved);
    await destroyTracking({ ...this.#context(), state: this.#state(), save });
    this.current = null;
  }

  async import(id: string): Promise<State> {
    this.current = await importTracking({ ...this.#context(), id, identity: null });
    return this.current;
  }

  plan(configured: Uncertain): Planned {
    return planned(this.hub, configured, this.current, { kept: this.private });
  }

  /** Summaries of the warnings so far. */
  get warnings(): string[] {
    return this.diagnostics.list.map(({ severity, summary }) => `${severity}: ${summary}`);
  }

  #state(): State {
    if (this.current === null) throw new Error("nothing has been created");
    return this.current;
  }

  #context() {
    return {
      client: this.hub.session,
      signal: this.signal,
      deadline: Number.POSITIVE_INFINITY,
      diagnostics: this.diagnostics,
      private: this.private,
      log: undefined as never,
    };
  }
}

/** The attributes that a plan would change, or leaves open. */
export function changes(prior: State, plan: Uncertain): Record<string, unknown> {
  const entries = Object.entries(plan as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([name, value]) => value !== prior[name as keyof State]));
}

function plain(object: object): ObjectValue {
  return object as ObjectValue;
}
