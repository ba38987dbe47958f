import { type Answer, json } from "../routing";
import type { Settings } from "../world";

/** A list of the Signals API. Its envelope is documented nowhere, so a setting decides. */
export function signalsList(items: readonly unknown[], settings: Settings): Answer {
  return json(200, settings.signalsEnvelope === "array" ? items : { data: items });
}
