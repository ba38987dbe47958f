import type { Outcome } from "../core/core";
import type { Configuration } from "../core/plan";
import { lies, undone } from "../tracking-state";
import { leavingFrom, wronglyLeft } from "./leaving";
import type { Play } from "./play";
import { savedOf, twinsAmong, withoutTwins } from "./twins";

/** What came of an apply, and what should not have. */
export interface Applied {
  readonly outcome: Outcome;
  readonly complaints: readonly string[];
}

/** Applies. It may fail, but break no rule of core, and neither lie nor leave undone what it says is done. */
export async function applyNow(play: Play): Promise<Applied> {
  const config = await withoutTwins(play);
  const leaving = leavingFrom(play, config);
  const outcome = await play.core.apply(config);
  const failed = outcome.errors.length > 0;
  const broken = outcome.errors.filter(
    ({ summary, detail }) =>
      /^Provider (produced|returned)|^Plugin error/.test(summary) || /a bug in/.test(detail),
  );
  return {
    outcome,
    complaints: [
      ...broken.map(({ address, summary, detail }) => `${address}: ${summary}: ${detail}`),
      ...wronglyLeft(play, leaving, failed),
      ...untruths(play, config, failed),
    ],
  };
}

/**
 * Where the hub reports the switch, people flip it, and a run that failed may not have looked; one that reports late
 * may have shown what was not so any more.
 */
function untruths(play: Play, config: Configuration, failed: boolean): string[] {
  const late = play.simulator.control.settings().delayedFlag > 0;
  if (play.reported && (failed || late)) return [];
  const saved = savedOf(play);
  const twins = new Set(twinsAmong(saved));
  const said = lies(
    play,
    saved.filter((found) => !twins.has(found)),
  );
  return failed ? said : [...said, ...undone(play, config)];
}
