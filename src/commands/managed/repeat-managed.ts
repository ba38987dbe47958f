/**
 * Arguments in which each file behind `--managed` has an option of its own, so that a shell's pattern can stand there:
 * `--managed a.json b.json` becomes `--managed a.json --managed b.json`.
 */
export function repeatManaged(argv: readonly string[]): string[] {
  let isList = false;
  return argv.flatMap((word, index) => {
    if (argv[index - 1] === "--managed") return [word];
    if (word.startsWith("-") && word !== "-") {
      isList = word === "--managed" || word.startsWith("--managed=");
      return [word];
    }
    return isList ? ["--managed", word] : [word];
  });
}
