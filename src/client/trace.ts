import type { Outcome } from "./attempt";

/** What is remembered of a request over all its attempts, those after a new login included. */
export interface Trace {
  /** The last attempt without a clear answer: it may have been carried out, whatever became of later ones. */
  unclear: { readonly outcome: Outcome; readonly attempts: number } | null;
}

/** Remembers an attempt that got no answer, or that of a server in trouble. */
export function remember(trace: Trace | undefined, outcome: Outcome, attempts: number): void {
  if (trace === undefined) return;
  if (outcome.failure !== null || outcome.reply.status >= 500) trace.unclear = { outcome, attempts };
}
