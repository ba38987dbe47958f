// What a plan asks the hub about the channels that it will switch, so that apply meets no surprise.
// It must never know how a plan is made, nor send anything but reads.
// Next: check-channels.ts, the findings; plan-checks.ts, when they are errors.
export { type ChannelProblem, checkChannels, type PlannedChannels } from "./check-channels";
export { checkPartnerChange } from "./partner-change";
export { type PlanCheckParts, PlanChecks } from "./plan-checks";
