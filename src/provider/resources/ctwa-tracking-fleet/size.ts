import type { Diagnostics } from "../../../framework";
import { grouped, nameSome } from "../../name-some";
import type { Session } from "../../session";
import type { Comparison } from "./compare";

/** Numbers of what a plan of a fleet does. */
export interface Size extends Pick<Comparison, "on" | "off" | "again"> {
  readonly added: number;
  readonly removed: number;
  readonly gone: readonly string[];
  /** Number of channels that are adopted without a switch. */
  readonly assumed: number;
  /** Whether switches that are older than `reassert_after` are sent again. A plan cannot count them. */
  readonly sendsOverdue: boolean;
}

/** The text of `last_change`, such as "50 off, 2 on". */
export function lastChange({ on, off, assumed, sendsOverdue }: Size): string {
  if (assumed > 0) return `${grouped(assumed)} assumed`;
  if (on + off === 0 && sendsOverdue) return "overdue switches sent again";
  return `${grouped(off)} off, ${grouped(on)} on`;
}

/** Warns once of what a plan sends: Terraform itself says "1 to change" for any number of channels. */
export function warnOfSize(size: Size, { checks }: Pick<Session, "checks">, diagnostics: Diagnostics): void {
  const { on, off, again, added, removed, gone, assumed, sendsOverdue } = size;
  const parts = [
    ...(assumed > 0 ? [`adopts ${grouped(assumed)} without a switch`] : []),
    ...(on + off > 0 ? [`switches ${grouped(off)} off, ${grouped(on)} on`] : []),
    ...(added > 0 ? [`adds ${grouped(added)}`] : []),
    ...(removed > 0 ? [`removes ${grouped(removed)}`] : []),
    ...(again > 0 ? [`sends ${grouped(again)} again`] : []),
    ...(sendsOverdue ? ["sends switches again that are older than reassert_after"] : []),
    ...(gone.length > 0 ? [`leaves out ${grouped(gone.length)} that cannot be switched`] : []),
  ];
  if (parts.length === 0) return;
  const estimate = on + off === 0 ? "" : `; ${checks.forecast.describe(on + off)}`;
  const missing = gone.length === 0 ? "" : ` Gone, terminated or under another client: ${nameSome(gone)}.`;
  diagnostics.warning(
    "Switches planned for the fleet",
    `This plan ${parts.join(", ")}${estimate}.${missing} ${switchNote(size)}`,
  );
}

function switchNote({ on, off, again, sendsOverdue, assumed }: Size): string {
  const sends = on + off + again > 0 || sendsOverdue;
  if (assumed > 0 && !sends) return "Nothing is switched.";
  return "If the hub already reports the declared position of a channel, its switch is not sent.";
}
