// The provider for 360dialog: settings, resources, data sources, functions, actions. It joins framework and client.
// It must never know the plugin protocol, nor HTTP.
// Next: provider.ts, then resources/channel-ctwa-tracking.ts.
export { roughly, secondsFor } from "./plan-checks";
export { dialog360Provider } from "./provider";
export { errorText, openReading, type Reading } from "./reading";
export { tryParseRateLimit } from "./settings";
export { overdueBy } from "./switching";
