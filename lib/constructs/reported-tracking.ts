/**
 * What the hub reports of a channel's CTWA tracking. No public document shows a field that tells it, so `UNKNOWN` is
 * the usual answer.
 *
 * @example
 * signals.reports(ReportedTracking.ON); // true, false, or not known before apply
 */
export enum ReportedTracking {
  /** Tracking is on. */
  ON = "on",
  /** Tracking is off. */
  OFF = "off",
  /** The hub says nothing of it. */
  UNKNOWN = "unknown",
}
