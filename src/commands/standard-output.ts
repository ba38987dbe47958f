import { failureReason } from "./files/failure-reason";

/**
 * Handles a failed write to standard output, so that no stack trace ends the process. If the reader closed the pipe, as
 * `head` does, the write counts as done; for any other reason the process ends with 1.
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
