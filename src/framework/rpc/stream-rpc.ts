import { toDiagnosticMessages } from "../protocol";
import type { Diagnostic as DiagnosticMessage, MessageFns } from "../protocol/generated/tfplugin6";
import type { Call } from "./call";
import { explainError } from "./explain-error";
import { beginCall, endCall, rpcLog } from "./rpc";
import type { ProviderServer } from "./server";

/** One RPC of the protocol whose answer is a stream of events. */
export interface StreamRpc<Q, E> {
  readonly name: string;
  readonly request: MessageFns<Q>;
  readonly event: MessageFns<E>;
  /** Yields the events. Whatever it throws becomes a diagnostic in the last event. */
  handle(call: Call<Q>): AsyncIterable<E>;
  /** The last event, with all diagnostics; undefined if there is none to send. */
  last(diagnostics: DiagnosticMessage[]): E | undefined;
}

/**
 * Wraps a streaming RPC into a function from request bytes to a stream of event bytes. The signal of the call aborts at
 * StopProvider, and when core leaves the stream. After core has left, nothing more is sent.
 */
export function runStream<Q, E>(server: ProviderServer, rpc: StreamRpc<Q, E>) {
  const log = rpcLog(server, rpc.name);
  return async function* (bytes: Uint8Array, leaving: AbortSignal): AsyncGenerator<Uint8Array> {
    const begun = beginCall(server, log);
    const call = { ...begun.context, signal: AbortSignal.any([server.stopSignal, leaving]) };
    try {
      for await (const event of rpc.handle({ ...call, request: rpc.request.decode(bytes) })) {
        yield rpc.event.encode(event).finish();
        if (leaving.aborted) return;
      }
    } catch (error) {
      if (leaving.aborted) return;
      call.diagnostics.add(explainError(error, call));
    }
    if (leaving.aborted) return;
    const last = rpc.last(toDiagnosticMessages(endCall(begun)));
    if (last !== undefined) yield rpc.event.encode(last).finish();
  };
}
