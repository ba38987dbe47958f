/** What {@link watchHost} needs. The caller passes the clock. */
export interface HostWatch {
  readonly parentId: () => number;
  readonly onGone: (why: string) => void;
  /** Calls back once, after this time. The timer does not keep the process alive. */
  readonly after: (milliseconds: number, callback: () => void) => { cancel(): void };
}

const PARENT_CHECK_MS = 1_000;
const FIRST_CONNECTION_MS = 60_000;
const RECONNECT_MS = 3_000;

/**
 * Calls `onGone` when the host has ended. A host that is killed announces nothing, so two signs count: the parent's
 * process id changes, or the connection closes and does not come back, or never opens. The second sign is for Windows,
 * where the parent's id does not change. The caller tells the returned function each new number of connections.
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
