import { type Diagnostic, Diagnostics } from "../diagnostics";
import type { Logger } from "../logger";
import { toDiagnosticMessages } from "../protocol";
import type { MessageFns } from "../protocol/generated/tfplugin6";
import { explainError } from "./explain-error";
import type { ProviderServer } from "./server";

/** What a handler is given. */
export interface Call<Q> {
  readonly server: ProviderServer;
  readonly request: Q;
  /** What is added here reaches the user with the answer. */
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
}

/** An answer without its diagnostics, which the wrapper adds. */
export type Answer<A> = Omit<A, "diagnostics">;

/** One RPC of the protocol: how its messages look, and what it does. */
export interface Rpc<Q, A> {
  readonly name: string;
  readonly request: MessageFns<Q>;
  readonly response: MessageFns<A>;
  handle(call: Call<Q>): Answer<A> | Promise<Answer<A>>;
  /** The answer beside the error when `handle` throws; an empty one where this is left out. */
  failed?(request: Q): Answer<A>;
}

/**
 * Makes an RPC out of bytes in, bytes out. Whatever is thrown becomes one diagnostic: a gRPC error would reach
 * the user without the resource's address, and an exception would end the process.
 */
export function runRpc<Q, A>(
  server: ProviderServer,
  rpc: Rpc<Q, A>,
): (bytes: Uint8Array) => Promise<Uint8Array> {
  return async (bytes) => {
    const diagnostics = new Diagnostics();
    const log = server.log.with({ tf_rpc: rpc.name });
    const started = performance.now();
    const answer = await answerCall(server, rpc, bytes, diagnostics, log);
    logEnd(log, diagnostics.list, performance.now() - started);
    const message = { ...answer, diagnostics: toDiagnosticMessages(diagnostics.list) };
    return rpc.response.encode(message as unknown as A).finish();
  };
}

async function answerCall<Q, A>(
  server: ProviderServer,
  rpc: Rpc<Q, A>,
  bytes: Uint8Array,
  diagnostics: Diagnostics,
  log: Logger,
): Promise<Answer<A>> {
  let request: Q | undefined;
  try {
    request = rpc.request.decode(bytes);
    return await rpc.handle({ server, request, diagnostics, log });
  } catch (error) {
    diagnostics.add(explainError(error, server.provider, log));
    return request === undefined || rpc.failed === undefined ? rpc.response.create() : rpc.failed(request);
  }
}

function logEnd(log: Logger, diagnostics: readonly Diagnostic[], milliseconds: number): void {
  for (const { severity, summary, detail } of diagnostics) {
    log.log(severity === "error" ? "error" : "warn", "answered with a diagnostic", {
      diagnostic_severity: severity.toUpperCase(),
      diagnostic_summary: summary,
      diagnostic_detail: detail,
    });
  }
  log.log("trace", "answered", { tf_req_duration_ms: Math.round(milliseconds) });
}
