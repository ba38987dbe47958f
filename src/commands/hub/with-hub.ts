import { providerName } from "../../address";
import { createLogger, type Logger } from "../../framework/logger";
import { errorText, openReading, type Reading } from "../../provider";
import type { Output } from "../output";
import { untilInterrupted } from "./interruption";
import { showProgress } from "./progress-line";

/**
 * Runs work on the partner's channels, with the provider's variables and pace. It can only read. Progress is shown on
 * a terminal, and Ctrl-C stops the work.
 * @throws Error in words for a person
 */
export async function withHub<T>(
  { stderr }: Output,
  work: (hub: Reading, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const pace = { said: "" };
  const log = noting(createLogger({ env: process.env, providerName }), pace);
  const warn = (summary: string, detail: string) => stderr.write(`Warning: ${summary}. ${detail}\n`);
  let hub: Reading | undefined;
  try {
    const opened = openReading({ environment: process.env, log, warn });
    hub = opened;
    const line = showProgress(stderr, () => progressOf(opened, pace.said));
    return await untilInterrupted((signal) => work(opened, signal)).finally(() => line.end());
  } catch (error) {
    const text = errorText(error);
    throw text === undefined ? error : new Error(log.hide(text), { cause: error });
  } finally {
    await hub?.close();
  }
}

/** A logger that keeps the latest line about the pace. */
function noting(log: Logger, pace: { said: string }): Logger {
  return {
    ...log,
    log(level, message, fields) {
      if (level === "info") pace.said = log.hide(message);
      log.log(level, message, fields);
    },
  };
}

function progressOf({ api, partnerId }: Reading, said: string): string {
  const requests = api.usage().reduce((sum, row) => sum + row.requests, 0);
  const known = api.channels.knownIds(partnerId).length;
  return `Reading channels: ${known} so far, ${requests} requests. ${said}`.slice(0, 100);
}
