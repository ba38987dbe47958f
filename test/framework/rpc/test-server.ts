import type { Provider } from "../../../src/framework/define/provider";
import { type Logger, logMethods } from "../../../src/framework/logger";
import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import type {
  Diagnostic as DiagnosticMessage,
  DynamicValue,
  MessageFns,
} from "../../../src/framework/protocol/generated/tfplugin6";
import * as messages from "../../../src/framework/protocol/generated/tfplugin6";
import { ProviderServer, providerHandlers } from "../../../src/framework/rpc";
import { type Schema, schemaType } from "../../../src/framework/schema";
import type { Value } from "../../../src/framework/value";
import { complete, type Written } from "../schema/core";

/** The messages of the RPCs that a provider answers. */
export const RPCS = {
  GetProviderSchema: [messages.GetProviderSchema_Request, messages.GetProviderSchema_Response],
  GetResourceIdentitySchemas: [
    messages.GetResourceIdentitySchemas_Request,
    messages.GetResourceIdentitySchemas_Response,
  ],
  ValidateProviderConfig: [messages.ValidateProviderConfig_Request, messages.ValidateProviderConfig_Response],
  ValidateResourceConfig: [messages.ValidateResourceConfig_Request, messages.ValidateResourceConfig_Response],
  ValidateDataResourceConfig: [
    messages.ValidateDataResourceConfig_Request,
    messages.ValidateDataResourceConfig_Response,
  ],
  ConfigureProvider: [messages.ConfigureProvider_Request, messages.ConfigureProvider_Response],
  UpgradeResourceState: [messages.UpgradeResourceState_Request, messages.UpgradeResourceState_Response],
  UpgradeResourceIdentity: [
    messages.UpgradeResourceIdentity_Request,
    messages.UpgradeResourceIdentity_Response,
  ],
  ReadResource: [messages.ReadResource_Request, messages.ReadResource_Response],
  PlanResourceChange: [messages.PlanResourceChange_Request, messages.PlanResourceChange_Response],
  ApplyResourceChange: [messages.ApplyResourceChange_Request, messages.ApplyResourceChange_Response],
  ImportResourceState: [messages.ImportResourceState_Request, messages.ImportResourceState_Response],
  MoveResourceState: [messages.MoveResourceState_Request, messages.MoveResourceState_Response],
  ReadDataSource: [messages.ReadDataSource_Request, messages.ReadDataSource_Response],
  ValidateEphemeralResourceConfig: [
    messages.ValidateEphemeralResourceConfig_Request,
    messages.ValidateEphemeralResourceConfig_Response,
  ],
  OpenEphemeralResource: [messages.OpenEphemeralResource_Request, messages.OpenEphemeralResource_Response],
  RenewEphemeralResource: [messages.RenewEphemeralResource_Request, messages.RenewEphemeralResource_Response],
  CloseEphemeralResource: [messages.CloseEphemeralResource_Request, messages.CloseEphemeralResource_Response],
  GetFunctions: [messages.GetFunctions_Request, messages.GetFunctions_Response],
  CallFunction: [messages.CallFunction_Request, messages.CallFunction_Response],
  GenerateResourceConfig: [messages.GenerateResourceConfig_Request, messages.GenerateResourceConfig_Response],
  ValidateListResourceConfig: [
    messages.ValidateListResourceConfig_Request,
    messages.ValidateListResourceConfig_Response,
  ],
  ValidateActionConfig: [messages.ValidateActionConfig_Request, messages.ValidateActionConfig_Response],
  PlanAction: [messages.PlanAction_Request, messages.PlanAction_Response],
  StopProvider: [messages.StopProvider_Request, messages.StopProvider_Response],
} as const;

type Rpcs = typeof RPCS;
/** Name of an RPC that a provider answers. */
export type RpcName = keyof Rpcs;
type MessageOf<F> = F extends MessageFns<infer M> ? M : never;
/** What is sent to an RPC. */
export type RequestOf<N extends RpcName> = Parameters<Rpcs[N][0]["fromPartial"]>[0];
/** What it answers. */
export type ResponseOf<N extends RpcName> = MessageOf<Rpcs[N][1]>;

/** One line of the log. */
export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A served provider, asked with the bytes that core would send. */
export interface TestServer {
  readonly server: ProviderServer;
  readonly lines: readonly LogLine[];
  call<N extends RpcName>(name: N, request?: RequestOf<N>): Promise<ResponseOf<N>>;
  /** Sends bytes as they are. */
  send<N extends RpcName>(name: N, bytes: Uint8Array): Promise<ResponseOf<N>>;
}

/** Serves a provider without a socket; configures it unless told otherwise. */
export async function serve(
  provider: Provider,
  {
    configure = true,
    log,
    freezes = false,
  }: { readonly configure?: boolean; readonly log?: Logger; readonly freezes?: boolean } = {},
): Promise<TestServer> {
  const lines: LogLine[] = [];
  const server = new ProviderServer(provider, log ?? testLogger(lines), freezes);
  const handlers = providerHandlers(server);
  const send: TestServer["send"] = async (name, bytes) => {
    const answer = await (handlers[name] as (bytes: Uint8Array) => Promise<Uint8Array>)(bytes);
    return RPCS[name][1].decode(answer) as ResponseOf<typeof name>;
  };
  const call: TestServer["call"] = (name, request = {}) => {
    const [requests] = RPCS[name] as unknown as [MessageFns<object>];
    return send(name, requests.encode(requests.fromPartial(request)).finish());
  };
  if (configure) await call("ConfigureProvider", { config: wire(provider.schema, {}) });
  return { server, lines, call, send };
}

function testLogger(lines: LogLine[], secrets: string[] = [], common: object = {}): Logger {
  const log: Logger["log"] = (level, message, fields) =>
    void lines.push({ level, message, fields: { ...common, ...fields } });
  return {
    ...logMethods(log),
    log,
    enabled: () => true,
    redact: (secret) => void secrets.push(secret),
    hide: (text) => secrets.reduce((left, secret) => left.replaceAll(secret, "(redacted)"), text),
    with: (fields) => testLogger(lines, secrets, { ...common, ...fields }),
    hiding: () => testLogger(lines, secrets, common),
  };
}

/** What core sends for an object of a schema; null for none. */
export function wire(schema: Schema, written: Written | null): DynamicValue {
  return toDynamicValue(schemaType(schema), written === null ? null : complete(schema, written));
}

/** What core makes of an answer. */
export function unwire(schema: Schema, answer: DynamicValue | undefined): Value {
  return fromDynamicValue(schemaType(schema), answer);
}

/** Diagnostics in short: severity, summary, and the path as core shows it. */
export function brief(diagnostics: readonly DiagnosticMessage[]): string[] {
  return diagnostics.map(({ severity, summary, attribute }) => {
    const steps = attribute?.steps.map(
      (step) => step.attributeName ?? `[${step.elementKeyString ?? step.elementKeyInt}]`,
    );
    return `${severity === 1 ? "error" : "warning"}: ${summary}${steps === undefined ? "" : ` @ ${steps.join(".")}`}`;
  });
}
