// The npm package's door for one framework: every binding under its flat name, and the constructs.
// It must never know the provider's insides, nor the other framework: the build makes one copy for each.
// Read constructs/ctwa-tracking.ts next, then bindings/ for what it is made of.
export * from "./bindings/cdktf";
export { ClientTracking, type ClientTrackingProps } from "./constructs/client-tracking";
export { CtwaFleet, type CtwaFleetProps } from "./constructs/ctwa-fleet";
export { CtwaTracking, type CtwaTrackingProps } from "./constructs/ctwa-tracking";
export { Dialog360, type Dialog360Props } from "./constructs/dialog360";
export { KeywordPostback, type KeywordPostbackProps } from "./constructs/keyword-postback";
export { OnCreate } from "./constructs/on-create";
export { OnDestroy } from "./constructs/on-destroy";
export { ReportedTracking } from "./constructs/reported-tracking";
export { SignalsConfiguration, type SignalsConfigurationProps } from "./constructs/signals-configuration";
export type { Tracked } from "./constructs/tracked";
export type { TrackingOptions } from "./constructs/tracking-options";
