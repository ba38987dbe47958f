import type { Clock } from "../clock";
import type { Log } from "../settings";
import type { QueueStats } from "./scheduler";
import { interval } from "./wait-too-long";

const EVERY_MS = 10_000;

/** Logs the progress of long work: nothing during the first 10 s, then a line at least every 10 s. */
export interface Progress {
  /** Call when a request is asked for. */
  begin(): void;
  /** Call when it was answered or given up. */
  end(): void;
}

/** What logging progress needs. */
export interface ProgressParts {
  /** Name of the host. */
  readonly host: string;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  readonly stats: () => QueueStats;
}

/** Makes the progress log of one host. */
export function createProgress({ host, clock, log, stats }: ProgressParts): Progress {
  let open = 0;
  let done = 0;
  let lastLine = Number.NEGATIVE_INFINITY;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    lastLine = clock.now();
    const { waiting, underWay, limit, intervalMs, pausedUntil } = stats();
    const until = pausedUntil === null ? null : new Date(pausedUntil).toISOString();
    const pause = until === null ? "" : `, paused until ${until}`;
    log("info", `Requests to ${host}: ${done} done, ${waiting} waiting, ${paceWords(intervalMs)}${pause}`, {
      host,
      done,
      waiting,
      under_way: underWay,
      limit,
      interval_ms: Math.round(intervalMs),
      ...(until === null ? {} : { paused_until: until }),
    });
  }

  // An unreferenced timer of the machine: nothing waits for it, and it keeps no process alive.
  function watch(): void {
    timer = setTimeout(
      () => {
        if (clock.now() - lastLine >= EVERY_MS) tell();
        watch();
      },
      Math.max(1, Math.min(EVERY_MS, lastLine + EVERY_MS - clock.now())),
    );
    timer.unref();
  }

  return {
    begin() {
      open += 1;
      if (open > 1) return;
      // Requests that follow each other closely count as one piece of work.
      const now = clock.now();
      if (now - lastEnd >= EVERY_MS) {
        done = 0;
        lastLine = now;
      }
      watch();
    },
    end() {
      open -= 1;
      done += 1;
      lastEnd = clock.now();
      if (lastEnd - lastLine >= EVERY_MS) tell();
      if (open === 0) clearTimeout(timer);
    },
  };
}

function paceWords(intervalMs: number): string {
  return intervalMs === 0 ? "as fast as it answers" : `one per ${interval(intervalMs)}`;
}
