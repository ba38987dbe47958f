const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs work that Ctrl-C stops: its signal aborts, and the work ends by itself. A second Ctrl-C ends the process.
 * @throws Error that says so if the work was stopped
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  for (const name of SIGNALS) process.once(name, abort);
  try {
    return await work(stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new Error("interrupted; nothing was written.", { cause: error }) : error;
  } finally {
    for (const name of SIGNALS) process.off(name, abort);
  }
}
