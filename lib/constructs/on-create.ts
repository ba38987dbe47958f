/**
 * What creating a tracked channel does to its switch.
 *
 * @example
 * new CtwaTracking(this, "berlin", { channelId: "berlinCH", onCreate: OnCreate.ASSUME });
 */
export enum OnCreate {
  /** The switch is sent, unless the hub reports it in the declared position already. This is the default. */
  SWITCH = "switch",
  /** The declared position is taken for true, and nothing is sent. */
  ASSUME = "assume",
}
