import type { Clock } from "./clock";
import type { DelayedFlags } from "./delayed-flags";
import type { LastSwitches } from "./last-switches";
import type { Settings } from "./settings";
import type { Store } from "./store";
import type { Tokens } from "./tokens";

/** Everything that the routes may look at and change. */
export interface World {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly delayedFlags: DelayedFlags;
  readonly lastSwitches: LastSwitches;
  readonly clock: Clock;
  /** As they are now: the control surface replaces them. */
  settings: Settings;
}
