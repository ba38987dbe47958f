import type { ServeOptions } from "./service";

/** What an ending needs; `exit` and `sleep` come from outside. */
export interface EndingOptions extends Pick<ServeOptions, "log" | "onShutdown"> {
  readonly exit: () => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Ends the process, once, after `wait` or after `atMost` milliseconds, whichever comes first. */
export type End = (why: string, wait: () => Promise<unknown>, atMost: number) => void;

// The host kills two seconds after Shutdown.
const SHUTDOWN_WORK_MS = 1_000;

/** Makes the one way by which a served process ends: `onShutdown` first, never hanging, never twice. */
export function createEnding({ log, onShutdown, exit, sleep }: EndingOptions): End {
  let begun = false;
  return (why, wait, atMost) => {
    if (begun) return;
    begun = true;
    log("debug", "plugin process ends", { why });
    const shutdown = async () => onShutdown?.();
    const work = shutdown().catch((error: unknown) =>
      log("error", "shutdown went wrong", { error: String(error) }),
    );
    void Promise.all([
      Promise.race([work, sleep(SHUTDOWN_WORK_MS)]),
      Promise.race([wait(), sleep(atMost)]),
    ]).then(exit);
  };
}
