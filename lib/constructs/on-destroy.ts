/**
 * What destroying a tracked channel does to its switch. Destroy goes by what was applied last, so apply `KEEP` first
 * and remove the construct afterwards.
 *
 * @example
 * new CtwaTracking(this, "berlin", { channelId: "berlinCH", onDestroy: OnDestroy.KEEP });
 */
export enum OnDestroy {
  /** Tracking is switched off. This is the default. */
  DISABLE = "disable",
  /** The switch stays as it is. */
  KEEP = "keep",
}
