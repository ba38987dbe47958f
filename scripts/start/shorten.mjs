// Takes the lines out of Terraform's output that answer a reader's questions: which objects change, from what to
// what, and how it ended.

/** A heading of an object in a plan; data sources are left out. */
const OBJECT = /^ {2}# (?!data\.).* (?:will|must) be /;
/** An attribute or a key whose old and new value a plan knows. */
const CHANGE = /^ {6,}~ .* -> /;
const UNTOLD = "(known after apply)";
const RESULT = /^(?:Plan: |No changes\.|Apply complete!|Destroy complete!|- Installed )/;
const NOTE = /^[│╷╵ ]*(?:Warning|Error): /;

/**
 * @param {string} output what `init`, `plan`, `apply` or `destroy` printed without colours
 * @returns {string[]} lines for a screen, in the order of the output
 */
export function shorten(output) {
  return output
    .split("\n")
    .filter(isTold)
    .map((line) => line.trimEnd());
}

/**
 * @param {string} output what `apply` or `destroy` printed
 * @returns {string} the counts of its last line that are not zero, such as "3 added, 1 changed"
 */
export function resultOf(output) {
  const [, counts = ""] = /complete! Resources: (.*)\./.exec(output) ?? [];
  return counts
    .split(", ")
    .filter((count) => !count.startsWith("0 "))
    .join(", ");
}

/** @param {string} line */
function isTold(line) {
  if (CHANGE.test(line)) return !line.includes(UNTOLD);
  return OBJECT.test(line) || RESULT.test(line) || (NOTE.test(line) && !line.includes("lock file"));
}
