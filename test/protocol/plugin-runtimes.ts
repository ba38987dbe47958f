import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The programs that run the provider: this Node, and Bun, of which the executable is made. */
export const runtimes: readonly (readonly [name: string, program: string])[] = [
  ["Node", process.execPath],
  ...bunProgram().map((program) => ["Bun", program] as const),
];

// The package is an optional one of "bun": absent where Bun has no build for the platform.
function bunProgram(): string[] {
  const packages = join(dirname(require.resolve("bun/package.json")), "..", "@oven");
  const program = join(packages, `bun-${process.platform}-${process.arch}`, "bin", "bun");
  return existsSync(program) ? [program] : [];
}
