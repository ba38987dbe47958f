// The provider block: its attributes, their environment variables, and the checks on them.
// It must never know how the settings are used.
// Next: schema.ts; resolve.ts, configuration before environment.
export { tryParseRateLimit } from "./rate-limit";
export { checkConfiguration, resolveSettings, type Settings } from "./resolve";
export { type Configuration, type PlanCheckMode, settingsSchema } from "./schema";
export type { Environment, Source } from "./sources";
export { settingsNotKnown, unreadyClient } from "./unready-client";
