import type { SimulatorOptions } from "../../../src/simulator";
import type { Random } from "../../framework/value/random";

/** A hub of one of the many kinds that the documentation leaves room for. */
export function drawQuirks(random: Random): SimulatorOptions & { readonly ctwaField: string | null } {
  const field = random.pick(["ctwa_enabled", "integration.is_ctwa_tracking_active", "signals.ctwa"]);
  return {
    ctwaField: random.below(2) === 0 ? null : field,
    decoys: random.below(2) === 0,
    delayedFlag: random.pick([0, 0, 1, 3]),
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
