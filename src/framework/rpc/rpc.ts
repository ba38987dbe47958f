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

/** One RPC of the protocol: its message types and its handler. */
export interface Rpc<Q, A> {
  readonly name: string;
  readonly request: MessageFns<Q>;
  readonly response: MessageFns<A>;
  handle(call: Call<Q>): Answer<A> | Promise<Answer<A>>;
  /** The answer that is sent with the error when `handle` throws. If omitted, the answer is empty. */
  failed?(request: Q): Answer<A>;
  /** Puts the diagnostics into an answer that has no field `diagnostics`. */
  report?(diagnostics: readonly Diagnostic[]): Partial<A>;
}

/**
 * Wraps an RPC into a function from request bytes to response bytes. Whatever the handler throws becomes one
 * diagnostic: a gRPC error would reach the user without the resource's address, and an exception would end the process.
 */
export function runRpc<Q, A>(
  server: ProviderServer,
  rpc: Rpc<Q, A>,
): (bytes: Uint8Array) => Promise<Uint8Array> {
  const log = rpcLog(server, rpc.name);
  return async (bytes) => {
    const call = beginCall(server, log);
    const answer = await answerCall(rpc, call.context, bytes);
    const diagnostics = endCall(call);
    const said = rpc.report?.(diagnostics) ?? { diagnostics: toDiagnosticMessages(diagnostics) };
    const message = { ...answer, ...said };
    return rpc.response.encode(message as unknown as A).finish();
  };
}

/** A call in progress. */
export interface BegunCall {
  readonly context: CallContext;
  /** The start time, by `performance.now()`. */
  readonly started: number;
}

/** The logger of an RPC. Made once for all its calls. */
export function rpcLog(server: ProviderServer, name: string): Logger {
  return server.log.with({ tf_rpc: name });
}

/** Begins a call: makes its context and notes its start time. */
export function beginCall(server: ProviderServer, log: Logger): BegunCall {
  const sensitive = new SensitiveValues(server.settings);
  const context: CallContext = {
    server,
    diagnostics: new Diagnostics(),
    log: log.hiding(sensitive),
    signal: server.stopSignal,
    source: { config: null },
    sensitive,
  };
  return { context, started: performance.now() };
}

/** Ends a call and logs its end. @returns the diagnostics as the user may see them, without secrets */
export function endCall({ context, started }: BegunCall): readonly Diagnostic[] {
  const diagnostics = context.diagnostics.list
    .map((item) => pointAtSource(item, context.source.config))
    .map((item) => hideSecrets(item, context));
  if (context.diagnostics.hasErrors) context.server.note("failed");
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

/** Removes the user's sensitive values from a diagnostic, and the secrets that the log hides, such as tokens. */
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
