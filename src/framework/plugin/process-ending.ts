import type { ServeOptions } from "./service";

/** What {@link createEnding} needs. The caller passes `exit` and `sleep`. */
export interface EndingOptions extends Pick<ServeOptions, "log" | "onShutdown"> {
  readonly exit: () => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Ends the process once `wait` resolves, after `atMost` milliseconds at the latest. A second call does nothing. */
export type End = (why: string, wait: () => Promise<unknown>, atMost: number) => void;

// The host kills the process two seconds after Shutdown.
const SHUTDOWN_WORK_MS = 1_000;

/** Makes the only function that ends a served process. It runs `onShutdown` once, and does not wait long for it. */
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
