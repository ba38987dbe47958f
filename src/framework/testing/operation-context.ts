import { Diagnostics, type Logger, PrivateState } from "..";

/** What every function of a resource gets besides its values. */
export interface OperationContext<C> {
  readonly client: C;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  readonly private: PrivateState;
  /** States that the function saved, in order. */
  readonly saved: readonly object[];
  readonly save: (state: object) => void;
}

/**
 * Makes a context for a unit test that calls one function of a resource, e.g.
 * `await note.create({ ...operationContext(client), plan, config })`. Nothing is logged.
 */
export function operationContext<C>(client: C): OperationContext<C> {
  const saved: object[] = [];
  return {
    client,
    signal: new AbortController().signal,
    deadline: Number.POSITIVE_INFINITY,
    diagnostics: new Diagnostics(),
    log: silent,
    private: new PrivateState(),
    saved,
    save: (state) => void saved.push(state),
  };
}

const nothing = () => {};
const silent: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  log: nothing,
  enabled: () => false,
  redact: nothing,
  hide: (text) => text,
  with: () => silent,
  hiding: () => silent,
};
