import { Dialog360Error, HubError, NetworkError, StoppedError } from "../errors";
import type { Secrets } from "../secrets";
import type { Trace } from "./attempt";
import { describeRefusal, type Refusal } from "./refusal";

/**
 * The error of a request that must not be taken for undone: where an attempt got no clear answer, that is the error,
 * unless the hub has refused the same request since. What ended it is told beside.
 */
export function endOf(
  error: unknown,
  { unclear }: Trace,
  request: Omit<Refusal, "reply">,
  secrets: Secrets,
): unknown {
  if (unclear === null || !(error instanceof Dialog360Error) || isClear(error, request)) return error;
  if (error instanceof StoppedError) return new StoppedError({ cause: error.cause, unanswered: true });
  const { attempts, outcome } = unclear;
  const { reply, failure, sentAt } = outcome;
  if (reply !== null) {
    const last = { ...reply, sentAt, attempts, note: `Then: ${error.message}` };
    return new HubError(describeRefusal({ ...request, reply: last }, secrets));
  }
  const words = `${secrets.redact(failure.words)}; then: ${error.message}`;
  return new NetworkError({ ...partsOf(request), ...failure, words, attempts, cause: error });
}

/** Whether the error is about this request and its own answer, and no mere "not now" or "not as you are". */
function isClear(error: Dialog360Error, request: Omit<Refusal, "reply">): boolean {
  if (error instanceof NetworkError) return error.request === partsOf(request).request;
  return error instanceof HubError && error.status !== 401 && error.status !== 429;
}

function partsOf({ method, target }: Omit<Refusal, "reply">): { host: string; request: string } {
  return { host: target.host, request: `${method} ${target.path}` };
}
