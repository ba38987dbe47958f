/** What a comparison can find of a channel, from what needs a person first to what needs nobody. */
export const FINDINGS = [
  "missing",
  "terminated",
  "moved",
  "differs",
  "stale",
  "unmanaged-tracked",
  "unverified",
  "assumed",
  "unmanaged",
  "as-declared",
] as const;

/** What a comparison found of one channel. */
export type Finding = (typeof FINDINGS)[number];

/** What each finding means; the rest of a sentence that begins with "The channel …". */
export const findingTexts: Readonly<Record<Finding, string>> = {
  missing: "is declared, and the partner does not have it",
  terminated: "is declared, and was terminated",
  moved: "is declared, and is under another client",
  differs: "is declared, and the hub reports the opposite",
  stale: "is declared, the hub reports nothing, and its switch has to be sent again",
  "unmanaged-tracked": "is tracked, and nothing declares it",
  unverified: "is declared, and neither the hub nor a state says how its switch stands",
  assumed: "is declared, the hub reports nothing, and the last switch was accepted",
  unmanaged: "is not known to be tracked, and nothing declares it",
  "as-declared": "is as declared, as the hub reports",
};

/** Findings that tell of drift: something differs from what is declared, or has to be done. */
export const DRIFT: ReadonlySet<Finding> = new Set<Finding>([
  "missing",
  "terminated",
  "moved",
  "differs",
  "stale",
]);
