import type { Provider } from "../../../src/framework";
import { applyWalk } from "./apply";
import { PluginError, type StartProvider, servedOnSocket } from "./connection";
import { type Change, type Configuration, type Planned, planWalk } from "./plan";
import type { State } from "./state";
import { configure, type Message, openWalk, type Schedule, USUAL, type Walk } from "./walk";

/** What one command of core came to. */
export interface Outcome {
  readonly messages: readonly Message[];
  readonly errors: readonly Message[];
}

/** A plan, good to be applied where it has no errors. */
export interface Plan extends Outcome, Planned {
  /** What would be done; of objects that stay as they are there is nothing here. */
  readonly changes: readonly Change[];
}

/** A small model of Terraform's core: a configuration as data, a saved state, and the rules that providers are held to. */
export interface Core {
  readonly state: State;
  /** Refreshes and plans, and saves nothing. */
  plan(config: Configuration): Promise<Plan>;
  /** Applies a plan, or plans first. */
  apply(config: Configuration, plan?: Plan): Promise<Outcome>;
  /** `state rm`: the object is not managed any more, and nobody is told. */
  forget(address: string): Promise<void>;
  /** Ctrl-C: what runs is asked to stop, and nothing else is begun. */
  interrupt(): Promise<void>;
  /** The provider's process is gone at once. */
  killProvider(): Promise<void>;
}

/** Core with an empty state. */
export function createCore(
  provider: Provider,
  start: StartProvider = servedOnSocket(provider),
  schedule: Schedule = USUAL,
): Core {
  let state: State = new Map();
  let current: Walk | null = null;

  /** A walk has a provider process of its own, from its configuration to its end. */
  async function walk<T>(config: Configuration, work: (walk: Walk) => Promise<T>) {
    const walk = await openWalk(provider, start, schedule);
    current = walk;
    try {
      const result = (await configure(walk, config.provider ?? {})) ? await work(walk) : null;
      if (walk.stopped) {
        walk.messages.push({ severity: "error", address: "", summary: "execution halted", detail: "" });
      }
      const errors = walk.messages.filter(({ severity }) => severity === "error");
      return { result, outcome: { messages: walk.messages, errors } };
    } finally {
      current = null;
      await walk.connection.close();
    }
  }

  async function plan(config: Configuration): Promise<Plan> {
    const { result, outcome } = await walk(config, (walk) => planWalk(walk, config, state));
    const { changes, ...rest } = result ?? { changes: [], refreshed: state, data: new Map() };
    return { ...outcome, ...rest, changes: changes.filter(({ action }) => action !== "no-op") };
  }

  return {
    get state() {
      return state;
    },
    plan,
    async apply(config, planned) {
      const { changes, refreshed, ...outcome } = planned ?? (await plan(config));
      if (outcome.errors.length > 0) return outcome;
      const written = new Map(refreshed);
      state = written;
      const applied = await walk(config, (walk) => applyWalk(walk, config, { changes }, written));
      const messages = [...outcome.messages, ...applied.outcome.messages];
      return { messages, errors: applied.outcome.errors };
    },
    async forget(address) {
      state = new Map([...state].filter(([other]) => other !== address));
    },
    async interrupt() {
      if (current === null) return;
      current.stopped = true;
      // What was stopped may end the walk, and with it the connection, before the answer: core only logs that.
      await current.connection.call("StopProvider", {}).catch((error) => {
        if (!(error instanceof PluginError)) throw error;
      });
    },
    async killProvider() {
      await current?.connection.close();
    },
  };
}
