import type { Clock } from "../../../src/client";
import type { Listening } from "../../../src/simulator";
import { skippingClock } from "../../client/test-clock";
import { Random } from "../../framework/value/random";
import { servedDirectly } from "../core/connection";
import { type Core, createCore, type Outcome } from "../core/core";
import type { Change, Configuration } from "../core/plan";
import type { Schedule } from "../core/walk";
import { providerFor, type Variables } from "../provider-for";

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
  /** Lets time pass; null where that cannot be done. */
  readonly pass: ((ms: number) => void) | null;
  /** @param seed of what the runner itself leaves to chance */
  open(listening: Listening, variables: Variables, seed: number): Promise<Runner> | Runner;
}

/** The model, with a clock of its own, on which every wait is over at once. */
export function modelRunner(): RunnerKind {
  const clock = skippingClock();
  return {
    clock,
    pass: (ms) => void clock.advance(ms),
    open(listening, variables, seed) {
      const provider = providerFor(listening, clock, variables);
      const core = createCore(provider, servedDirectly(provider), drawSchedule(new Random(seed)));
      return Object.assign(core, { close: async () => {} });
    },
  };
}

/** Destroying first or creating first, one after the other or side by side. */
function drawSchedule(random: Random): Schedule {
  return {
    atOnce: random.pick([1, 10, 10]),
    order: (addresses) =>
      addresses
        .map((address) => ({ address, rank: random.below(1_000) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ address }) => address),
  };
}
