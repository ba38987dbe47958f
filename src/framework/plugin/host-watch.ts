/** What a watch over the host's life needs; the clock comes from outside. */
export interface HostWatch {
  readonly parentId: () => number;
  readonly onGone: (why: string) => void;
  /** Calls back once after a while, without keeping the process alive. */
  readonly after: (milliseconds: number, callback: () => void) => { cancel(): void };
}

const PARENT_CHECK_MS = 1_000;
const FIRST_CONNECTION_MS = 60_000;
const RECONNECT_MS = 3_000;

/**
 * Watches for the host's end, which nothing announces when it was killed: its process id stops being
 * the parent's, or (Windows keeps the id) its connection closes for good or never comes.
 * The result is to be told the number of connections whenever it changes.
 */
export function watchHost({ parentId, onGone, after }: HostWatch): (connections: number) => void {
  const parent = parentId();
  const checkParent = () => {
    if (parentId() === parent) after(PARENT_CHECK_MS, checkParent);
    else onGone("the host process has ended");
  };
  after(PARENT_CHECK_MS, checkParent);

  let alone = after(FIRST_CONNECTION_MS, () => onGone("the host never connected"));
  return (connections) => {
    alone.cancel();
    if (connections > 0) return;
    alone = after(RECONNECT_MS, () => onGone("the host closed its connection"));
  };
}

/** {@link HostWatch.after} on Node's timers. */
export function afterUnref(milliseconds: number, callback: () => void): { cancel(): void } {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return { cancel: () => clearTimeout(timer) };
}
