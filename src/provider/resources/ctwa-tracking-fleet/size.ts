import type { Diagnostics } from "../../../framework";
import { nameSome } from "../../name-some";
import type { Session } from "../../session";
import type { Comparison } from "./compare";

/** What a plan of a fleet sends. */
export interface Size extends Pick<Comparison, "on" | "off" | "again"> {
  readonly added: number;
  readonly removed: number;
  readonly gone: readonly string[];
  /** How many channels are taken on trust, without a switch. */
  readonly assumed: number;
  /** Whether switches that are older than `reassert_after` are sent again; a plan cannot count them. */
  readonly sendsOverdue: boolean;
}

/** The text of `last_change`, such as "50 off, 2 on". */
export function lastChange({ on, off, assumed, sendsOverdue }: Size): string {
  if (assumed > 0) return `${assumed} assumed`;
  if (on + off === 0 && sendsOverdue) return "overdue switches sent again";
  return `${off} off, ${on} on`;
}

/** Tells in one warning what a plan sends: Terraform itself says "1 to change" for any number of channels. */
export function warnOfSize(size: Size, { checks }: Pick<Session, "checks">, diagnostics: Diagnostics): void {
  const { on, off, again, added, removed, gone, assumed, sendsOverdue } = size;
  const parts = [
    ...(assumed > 0 ? [`takes ${assumed} on trust`] : []),
    ...(on + off > 0 ? [`switches ${off} off, ${on} on`] : []),
    ...(added > 0 ? [`adds ${added}`] : []),
    ...(removed > 0 ? [`removes ${removed}`] : []),
    ...(again > 0 ? [`sends ${again} again`] : []),
    ...(sendsOverdue ? ["sends again what is older than reassert_after"] : []),
    ...(gone.length > 0 ? [`finds ${gone.length} gone`] : []),
  ];
  if (parts.length === 0) return;
  const estimate = on + off === 0 ? "" : `; ${checks.forecast.describe(on + off)}`;
  const missing = gone.length === 0 ? "" : ` Gone, terminated or under another client: ${nameSome(gone)}.`;
  diagnostics.warning(
    "Size of this plan of a fleet",
    `This plan ${parts.join(", ")}${estimate}.${missing} ${switchNote(size)}`,
  );
}

function switchNote({ on, off, again, sendsOverdue, assumed }: Size): string {
  const sends = on + off + again > 0 || sendsOverdue;
  if (assumed > 0 && !sends) return "Nothing will be switched.";
  return "A switch that the hub reports in the declared position already is not sent.";
}
