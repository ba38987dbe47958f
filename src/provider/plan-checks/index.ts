// Checks at plan: reads the channels that a plan switches, and reports what apply would refuse.
// It must never know how a plan is made, nor send anything but reads.
// Next: check-channels.ts, the findings; plan-checks.ts, when they are errors.
export { type ChannelProblem, checkChannels, type PlannedChannels } from "./check-channels";
export { checkPartnerChange } from "./partner-change";
export { type PlanCheckParts, PlanChecks } from "./plan-checks";
export { type Problem, problemAt, reportProblems } from "./report-problems";
export { roughly, secondsFor } from "./switch-forecast";
