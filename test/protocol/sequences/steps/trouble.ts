import { troubles } from "../../faults/troubles";
import type { Play } from "../play";
import type { Step } from "./step";

const ROUTES = ["token", "channels", "enable_ctwa", "disable_ctwa"] as const;
type Route = (typeof ROUTES)[number];

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

/** Lets a request of the runs to come meet trouble, after some others. */
export function queueTrouble({ random, simulator }: Play, route: Route, skip: number): string {
  // A slow body takes real time; fault-matrix.test.ts has it.
  const kinds = Object.keys(troubles).filter((kind) => kind !== "a slow body") as [string, ...string[]];
  const kind = random.pick(kinds);
  const given = troubles[kind];
  // A 429 says that the request was not carried out: docs/guides/limits.md says that it is believed.
  const refused = kind === "429" || random.below(2) > 0 ? given?.refused : undefined;
  const fault = route.endsWith("_ctwa") ? (refused ?? given?.applied) : given?.fault;
  simulator.control.addFault({ ...fault, route, skip });
  return `${kind} will meet ${route} after ${skip} others: ${JSON.stringify(fault)}`;
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
