import { troubles } from "../../faults/troubles";
import type { Play } from "../play";
import type { Step } from "./step";

const ROUTES = ["token", "channels", "enable_ctwa", "disable_ctwa"] as const;
type Route = (typeof ROUTES)[number];

// A slow body takes real time; fault-matrix.test.ts has it.
const KINDS = Object.keys(troubles).filter((kind) => kind !== "a slow body") as [string, ...string[]];

function trouble(play: Play): string {
  const { random } = play;
  return queueTrouble(play, random.pick(ROUTES), random.pick([0, 1, 3]));
}

/** The same step, and one of its requests meets trouble. */
export function inTrouble(step: Step): Step {
  return (play) => {
    const words = step(play);
    return words && `${words}; ${trouble(play)}`;
  };
}

/** The same step, and Ctrl-C in the runs after it. */
export function interrupted(step: Step): Step {
  return (play) => {
    const words = step(play);
    return words && `${words}; ${interrupt(play)}`;
  };
}

/** Lets a request of the runs to come meet trouble, after some others. */
export function queueTrouble(play: Play, route: Route, skip: number): string {
  const { random, simulator } = play;
  const switches = route.endsWith("_ctwa");
  const kind = random.pick(switches ? ofSwitches(play) : KINDS);
  const given = troubles[kind];
  // A 429 says that the request was not carried out: docs/guides/limits.md says so too.
  const refused = kind === "429" || random.below(2) > 0 ? given?.refused : undefined;
  const fault = switches ? (refused ?? given?.applied) : given?.fault;
  simulator.control.addFault({ ...fault, route, skip });
  return `${kind} will meet ${route} after ${skip} others: ${JSON.stringify(fault)}`;
}

/** An answer that reads as a success would be a lie to a request whose token has ended, since that does nothing. */
function ofSwitches({ simulator }: Play): readonly [string, ...string[]] {
  if (simulator.control.settings().tokenValidFor === null) return KINDS;
  return KINDS.filter((kind) => troubles[kind]?.refused !== undefined) as [string, ...string[]];
}

function interrupt(play: Play): string {
  const left = 1 + play.random.below(8);
  play.alarm = { left, ring: () => void play.core.interrupt() };
  return `Ctrl-C at request ${left} from now`;
}

/**
 * Where the hub reports nothing, what a process that was killed had under way is lost for good:
 * nobody is left to write it down.
 */
function killProvider(play: Play): string | undefined {
  if (!play.reported) return undefined;
  const left = 1 + play.random.below(8);
  play.alarm = { left, ring: () => void play.core.killProvider() };
  return `the provider is killed at request ${left} from now`;
}

/** What can befall the runs to come. */
export const troubleSteps: readonly Step[] = [trouble, interrupt, killProvider];
