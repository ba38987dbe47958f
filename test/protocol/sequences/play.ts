import type { Clock } from "../../../src/client";
import {
  type Channel,
  createSimulator,
  type Listening,
  listen,
  type Simulator,
  type SimulatorOptions,
} from "../../../src/simulator";
import { skippingClock } from "../../client/test-clock";
import type { Random } from "../../framework/value/random";
import { servedDirectly } from "../core/connection";
import { type Core, createCore, type Outcome } from "../core/core";
import type { Change, Configuration } from "../core/plan";
import { providerFor, type Variables } from "../provider-for";
import type { Stage } from "../tracking-state";

/** What one block declares. */
export interface Block {
  readonly channel_id: string;
  readonly enabled: boolean;
  readonly on_destroy: "disable" | "keep";
}

/** What runs the configuration: the model of core, or the real binary. */
export interface Runner extends Pick<Core, "state" | "forget" | "interrupt" | "killProvider"> {
  plan(config: Configuration): Promise<{ readonly changes: readonly Pick<Change, "address" | "action">[] }>;
  apply(config: Configuration): Promise<Outcome>;
  close(): Promise<void>;
}

/** Opens a runner for a simulated 360dialog. */
export interface RunnerKind {
  /** The time of the simulator: that of the provider. */
  readonly clock: Clock;
  open(listening: Listening, variables: Variables): Promise<Runner> | Runner;
}

/** The model, with a clock of its own, on which every wait is over at once. */
export function modelRunner(): RunnerKind {
  const clock = skippingClock();
  return {
    clock,
    open(listening, variables) {
      const provider = providerFor(listening, clock, variables);
      const core = createCore(provider, servedDirectly(provider));
      return Object.assign(core, { close: async () => {} });
    },
  };
}

/** A random story while it is told: the world, the configuration, and what is still to come. */
export interface Play extends Stage {
  readonly random: Random;
  readonly simulator: Simulator;
  readonly core: Runner;
  readonly blocks: Map<string, Block>;
  readonly moved: { readonly from: string; readonly to: string }[];
  /** A block as it was before it was last changed or removed. */
  before: { readonly at: string; readonly block: Block } | null;
  /** Channels that the hub does not know for a while. */
  readonly vanished: Channel[];
  /** How many names have been given. */
  names: number;
  /** Called when so many more requests have come. */
  alarm: { left: number; ring: () => void } | null;
  close(): Promise<void>;
}

/** Opens a world with quirks at random. */
export async function openPlay(random: Random, kind: RunnerKind): Promise<Play> {
  const { now, sleep } = kind.clock;
  const quirks = drawQuirks(random);
  const simulator = createSimulator({ ...quirks, clock: { now, sleep } });
  const listening = await listen({
    ...simulator,
    exchange: (request) => {
      countDown(play);
      return simulator.exchange(request);
    },
  });
  const core = await kind.open(listening, { MAX_RETRIES: String(random.pick([4, 1, 0, 0])) });
  const play: Play = {
    random,
    simulator,
    core,
    reported: quirks.ctwaField !== null,
    blocks: new Map(),
    before: null,
    moved: [],
    vanished: [],
    names: 0,
    alarm: null,
    async close() {
      await listening.close();
      await core.close();
    },
  };
  return play;
}

function countDown({ alarm }: Play): void {
  if (alarm === null) return;
  alarm.left -= 1;
  if (alarm.left === 0) alarm.ring();
}

/** A hub of one of the many kinds that the documentation leaves room for. */
function drawQuirks(random: Random): SimulatorOptions & { readonly ctwaField: string | null } {
  const field = random.pick(["ctwa_enabled", "integration.is_ctwa_tracking_active", "signals.ctwa"]);
  return {
    ctwaField: random.below(2) === 0 ? null : field,
    decoys: random.below(2) === 0,
    delayedFlag: random.pick([0, 0, 1, 2]),
    strictSwitch: random.below(2) === 0,
    ...random.pick<SimulatorOptions>([
      {},
      { switchStatus: 201, switchShowsChannel: true },
      { switchStatus: 202, switchBody: "" },
      { switchStatus: 204, switchBody: "" },
    ]),
    maxPageSize: random.pick([null, null, 3, 10]),
    ignoreFilters: random.below(4) === 0,
    tokenLifetime: random.pick([86_400, 86_400, 2]),
    tokenValidFor: random.pick([null, null, 1]),
  };
}

/** What the configuration says at this time. */
export function configurationOf({ blocks, moved }: Play): Configuration {
  return {
    resources: Object.fromEntries([...blocks].map(([at, block]) => [at, { ...block }])),
    moved: [...moved],
  };
}

/** Applies, whatever comes of it: only broken rules of core are wrong here. */
export async function applyNow(play: Play): Promise<{ outcome: Outcome; complaints: string[] }> {
  await forgetTwins(play);
  const outcome = await play.core.apply(configurationOf(play));
  const broken = outcome.errors.filter(
    ({ summary, detail }) =>
      /^Provider (produced|returned)|^Plugin error/.test(summary) || /a bug in/.test(detail),
  );
  return {
    outcome,
    complaints: broken.map(({ address, summary, detail }) => `${address}: ${summary}: ${detail}`),
  };
}

/**
 * A silent rename that failed halfway leaves a channel in the state twice. Destroying the old object would switch off
 * what the new one declares, in a run that does not touch the new one: docs/guides/limits.md says to forget it.
 */
async function forgetTwins({ core, blocks, moved }: Play): Promise<void> {
  const kept = new Set([...blocks.keys(), ...moved.map(({ from }) => from)]);
  const channelOf = (address: string): string =>
    JSON.parse(core.state.get(address)?.attributes ?? "{}").channel_id;
  const declared = new Set([...core.state.keys()].filter((address) => kept.has(address)).map(channelOf));
  const twins = [...core.state.keys()].filter(
    (address) => !kept.has(address) && declared.has(channelOf(address)),
  );
  for (const address of twins) await core.forget(address);
}
