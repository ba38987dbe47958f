// Holds what is declared of channels against what the hub reports: one pure function for data source and command.
// It must never know where the declarations come from, nor how a result is shown.
// Next: compare.ts, the comparison; finding.ts, what it can find.
export {
  type ClientCounts,
  clientOf,
  countByClient,
  countFindings,
  type FindingCounts,
} from "./client-counts";
export {
  type ComparedChannel,
  type ComparisonInput,
  compareChannels,
  type DeclaredChannel,
  type Evidence,
} from "./compare";
export { DRIFT, FINDINGS, type Finding, findingTexts } from "./finding";
export { groupBy } from "./group-by";
