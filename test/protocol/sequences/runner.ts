import type { Clock } from "../../../src/client";
import type { Listening } from "../../../src/simulator";
import { skippingClock } from "../../client/test-clock";
import { servedDirectly } from "../core/connection";
import { type Core, createCore, type Outcome } from "../core/core";
import type { Change, Configuration } from "../core/plan";
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
  open(listening: Listening, variables: Variables): Promise<Runner> | Runner;
}

/** The model, with a clock of its own, on which every wait is over at once. */
export function modelRunner(): RunnerKind {
  const clock = skippingClock();
  return {
    clock,
    pass: (ms) => void clock.advance(ms),
    open(listening, variables) {
      const provider = providerFor(listening, clock, variables);
      const core = createCore(provider, servedDirectly(provider));
      return Object.assign(core, { close: async () => {} });
    },
  };
}
