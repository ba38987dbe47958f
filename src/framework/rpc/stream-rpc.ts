import { toDiagnosticMessages } from "../protocol";
import type { Diagnostic as DiagnosticMessage, MessageFns } from "../protocol/generated/tfplugin6";
import type { Call } from "./call";
import { explainError } from "./explain-error";
import { beginCall, endCall } from "./rpc";
import type { ProviderServer } from "./server";

/** One RPC of the protocol whose answer is a stream of events. */
export interface StreamRpc<Q, E> {
  readonly name: string;
  readonly request: MessageFns<Q>;
  readonly event: MessageFns<E>;
  /** Makes the events. What it throws becomes a diagnostic of the last one. */
  handle(call: Call<Q>): AsyncIterable<E>;
  /** The last event, with all diagnostics; undefined where none is due. */
  last(diagnostics: DiagnosticMessage[]): E | undefined;
}

/**
 * Makes an RPC out of bytes in, a stream of bytes out. The signal of the call ends with StopProvider and when core leaves
 * the stream; then nothing more is sent.
 */
export function runStream<Q, E>(server: ProviderServer, rpc: StreamRpc<Q, E>) {
  return async function* (bytes: Uint8Array, leaving: AbortSignal): AsyncGenerator<Uint8Array> {
    const begun = beginCall(server, rpc.name);
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
