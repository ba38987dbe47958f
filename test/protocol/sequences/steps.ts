import type { Play } from "./play";
import { blockSteps, createBlock } from "./steps/blocks";
import { createFleet, fleetSteps } from "./steps/fleets";
import { handovers } from "./steps/handovers";
import { one } from "./steps/step";
import { inTrouble, troubleSteps } from "./steps/trouble";
import { worldSteps } from "./steps/world";

const common = [takeBack, takeBack, takeBack, ...worldSteps, ...troubleSteps];
const ofBlocks = [...blockSteps, ...common];
const ofBoth = [
  ...[...ofBlocks, takeBack, takeBack, takeBack],
  ...[...fleetSteps, ...handovers, ...handovers.map(inTrouble)],
];

/** What a story begins with. */
export function begin(play: Play): string[] {
  return [play.hasFleets ? createFleet : createBlock, createBlock].flatMap((step) => step(play) ?? []);
}

/** Takes the next step: one for which there is an occasion. */
export function takeStep(play: Play): string {
  for (;;) {
    const words = one(play, play.hasFleets ? ofBoth : ofBlocks)?.(play);
    if (words !== undefined) return words;
  }
}

/** Somebody thinks better of it: the last change is undone. */
function takeBack(play: Play): string | undefined {
  if (play.before === null) return undefined;
  play.declared = play.before;
  play.before = null;
  return `take that back: ${JSON.stringify(play.declared)}`;
}
