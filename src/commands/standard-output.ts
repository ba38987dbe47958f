import { failureReason } from "./files/failure-reason";

/**
 * Keeps a failed write to standard output from ending the process with a stack. A reader that has seen enough, such as
 * `head`, is no failure; with any other reason the process ends with 1.
 */
export function watchStandardOutput({ stdout, stderr }: NodeJS.Process): void {
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    stderr.write(`cannot write standard output: ${failureReason(error)}.\n`);
    process.exitCode = 1;
    process.on("exit", () => {
      process.exitCode = 1;
    });
  });
}
