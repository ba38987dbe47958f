import {
  type Channel,
  createSimulator,
  listen,
  type Simulator,
  type SimulatorOptions,
} from "../../../src/simulator";
import { skippingClock } from "../../client/test-clock";
import type { Random } from "../../framework/value/random";
import { servedDirectly } from "../core/connection";
import { type Core, createCore, type Outcome } from "../core/core";
import type { Configuration } from "../core/plan";
import { providerFor } from "../provider-for";
import type { Stage } from "../tracking-state";

/** What one block declares. */
export interface Block {
  readonly channel_id: string;
  readonly enabled: boolean;
  readonly on_destroy: "disable" | "keep";
}

/** A random story while it is told: the world, the configuration, and what is still to come. */
export interface Play extends Stage {
  readonly random: Random;
  readonly simulator: Simulator;
  readonly core: Core;
  readonly blocks: Map<string, Block>;
  readonly moved: { readonly from: string; readonly to: string }[];
  /** Blocks that were removed from the configuration. */
  readonly removed: Map<string, Block>;
  /** Channels that the hub does not know for a while. */
  readonly vanished: Channel[];
  /** How many names have been given. */
  names: number;
  /** Called when so many more requests have come. */
  alarm: { left: number; ring: () => void } | null;
  close(): Promise<void>;
}

/** Opens a world with quirks at random. */
export async function openPlay(random: Random): Promise<Play> {
  const clock = skippingClock();
  const quirks = drawQuirks(random);
  const simulator = createSimulator({ ...quirks, clock: { now: clock.now, sleep: clock.sleep } });
  const listening = await listen({
    ...simulator,
    exchange: (request) => {
      countDown(play);
      return simulator.exchange(request);
    },
  });
  const provider = providerFor(listening, clock, { MAX_RETRIES: String(random.pick([4, 4, 1, 0])) });
  const play: Play = {
    random,
    simulator,
    core: createCore(provider, servedDirectly(provider)),
    reported: quirks.ctwaField !== null,
    blocks: new Map(),
    removed: new Map(),
    moved: [],
    vanished: [],
    names: 0,
    alarm: null,
    close: () => listening.close(),
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
    ctwaField: random.below(3) === 0 ? null : field,
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
