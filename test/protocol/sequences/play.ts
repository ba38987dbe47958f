import { createSimulator, type Listening, listen, type Simulator } from "../../../src/simulator";
import type { Random } from "../../framework/value/random";
import type { Stage } from "../tracking-state";
import { type Declared, NOTHING } from "./declared";
import { drawQuirks } from "./quirks";
import type { Runner, RunnerKind } from "./runner";

type Channel = NonNullable<ReturnType<Simulator["control"]["channel"]>>;

/** A random story while it is told: the world, the configuration, and what is still to come. */
export interface Play extends Stage, Pick<RunnerKind, "pass"> {
  readonly random: Random;
  readonly simulator: Simulator;
  readonly core: Runner;
  /** Whether fleets come into it. */
  readonly hasFleets: boolean;
  declared: Declared;
  /** What was declared before the last change. */
  before: Declared | null;
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
  const listening: Listening = await listen({
    ...simulator,
    exchange: (request) => {
      countDown(play);
      return simulator.exchange(request);
    },
  });
  const variables = { MAX_RETRIES: String(random.pick([4, 1, 0, 0])) };
  const core = await kind.open(listening, variables, random.below(1_000_000));
  const play: Play = {
    random,
    simulator,
    core,
    pass: kind.pass,
    reported: quirks.ctwaField !== null,
    hasFleets: random.below(2) === 0,
    declared: NOTHING,
    before: null,
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

/** Changes what is declared; the last change can be taken back. */
export function declare(play: Play, change: Partial<Declared>): void {
  play.before = play.declared;
  play.declared = { ...play.declared, ...change };
}
