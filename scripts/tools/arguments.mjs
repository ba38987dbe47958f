// Checks the arguments of a script before it does anything.

/**
 * Ends the process with exit code 2 if the script was given an argument that it does not have.
 * @param {readonly string[]} known
 */
export function refuseUnknownArguments(...known) {
  const wrong = process.argv.slice(2).find((word) => !known.includes(word));
  if (wrong === undefined) return;
  const hint = known.length === 0 ? "The script has none" : `The script has ${known.join(" and ")}`;
  console.error(`There is no argument ${JSON.stringify(wrong)}. ${hint}.`);
  process.exit(2);
}
