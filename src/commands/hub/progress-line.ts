import type { Output } from "../output";

const EVERY_MS = 250;
const START_OF_LINE = "\r\u001b[K";

/** A line on a terminal that is overwritten as work goes on; nothing anywhere else. */
export interface ProgressLine {
  /** Removes the line. */
  end(): void;
}

/** Shows on a terminal what `text` says, four times a second. */
export function showProgress(stderr: Output["stderr"], text: () => string): ProgressLine {
  if (stderr.isTTY !== true) return { end: () => undefined };
  const timer = setInterval(() => stderr.write(`${START_OF_LINE}${text()}`), EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      stderr.write(START_OF_LINE);
    },
  };
}
