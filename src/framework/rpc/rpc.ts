import { type Diagnostic, Diagnostics } from "../diagnostics";
import type { Logger } from "../logger";
import { toDiagnosticMessages } from "../protocol";
import type { MessageFns } from "../protocol/generated/tfplugin6";
import { SensitiveValues } from "../schema";
import type { Call, CallContext } from "./call";
import { explainError } from "./explain-error";
import { pointAtSource } from "./point-at-source";
import type { ProviderServer } from "./server";

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
  /** How an answer that has no field for diagnostics carries them. */
  report?(diagnostics: readonly Diagnostic[]): Partial<A>;
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
    const call = beginCall(server, rpc.name);
    const answer = await answerCall(rpc, call.context, bytes);
    const diagnostics = endCall(call);
    const said = rpc.report?.(diagnostics) ?? { diagnostics: toDiagnosticMessages(diagnostics) };
    const message = { ...answer, ...said };
    return rpc.response.encode(message as unknown as A).finish();
  };
}

/** A call that has begun. */
export interface BegunCall {
  readonly context: CallContext;
  /** By `performance.now()`. */
  readonly started: number;
}

/** Makes what belongs to one call. */
export function beginCall(server: ProviderServer, name: string): BegunCall {
  const sensitive = new SensitiveValues(server.settings);
  const context: CallContext = {
    server,
    diagnostics: new Diagnostics(),
    log: server.log.with({ tf_rpc: name }).hiding(sensitive),
    signal: server.stopSignal,
    source: { config: null },
    sensitive,
  };
  return { context, started: performance.now() };
}

/** Writes the end of a call to the log. @returns its diagnostics as they may reach the user */
export function endCall({ context, started }: BegunCall): readonly Diagnostic[] {
  const diagnostics = context.diagnostics.list
    .map((item) => pointAtSource(item, context.source.config))
    .map((item) => hideSecrets(item, context));
  logEnd(context.log, diagnostics, performance.now() - started);
  return diagnostics;
}

async function answerCall<Q, A>(rpc: Rpc<Q, A>, context: CallContext, bytes: Uint8Array): Promise<Answer<A>> {
  let request: Q | undefined;
  try {
    request = rpc.request.decode(bytes);
    return await rpc.handle({ ...context, request });
  } catch (error) {
    context.diagnostics.add(explainError(error, context));
    return request === undefined || rpc.failed === undefined ? rpc.response.create() : rpc.failed(request);
  }
}

/** Neither the user's sensitive values nor what the log was told to leave out, such as tokens, reach the user. */
function hideSecrets(item: Diagnostic, { sensitive, log }: CallContext): Diagnostic {
  const hide = (text: string) => log.hide(sensitive.hide(text));
  return { ...item, summary: hide(item.summary), detail: hide(item.detail) };
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
