import { applyResourceChange } from "./apply-resource-change";
import { callFunction } from "./call-function";
import { closeEphemeralResource } from "./close-ephemeral-resource";
import { configureProvider } from "./configure-provider";
import { generateResourceConfig } from "./generate-resource-config";
import { getFunctions } from "./get-functions";
import { getProviderSchema } from "./get-provider-schema";
import { getResourceIdentitySchemas } from "./get-resource-identity-schemas";
import { importResourceState } from "./import-resource-state";
import { invokeAction } from "./invoke-action";
import { listResource } from "./list-resource";
import { moveResourceState } from "./move-resource-state";
import { openEphemeralResource } from "./open-ephemeral-resource";
import { planAction } from "./plan-action";
import { planResourceChange } from "./plan-resource-change";
import { readDataSource } from "./read-data-source";
import { readResource } from "./read-resource";
import { renewEphemeralResource } from "./renew-ephemeral-resource";
import { type Rpc, runRpc } from "./rpc";
import type { ProviderServer } from "./server";
import { stopProvider } from "./stop-provider";
import { runStream, type StreamRpc } from "./stream-rpc";
import { upgradeResourceIdentity } from "./upgrade-resource-identity";
import { upgradeResourceState } from "./upgrade-resource-state";
import {
  validateActionConfig,
  validateDataResourceConfig,
  validateEphemeralResourceConfig,
  validateListResourceConfig,
  validateProviderConfig,
  validateResourceConfig,
} from "./validate-config";

/** Full protobuf name of the service. */
export const PROVIDER_SERVICE = "tfplugin6.Provider";

const RPCS: readonly Rpc<never, never>[] = [
  getProviderSchema,
  getResourceIdentitySchemas,
  validateProviderConfig,
  validateResourceConfig,
  validateDataResourceConfig,
  configureProvider,
  upgradeResourceState,
  upgradeResourceIdentity,
  readResource,
  planResourceChange,
  applyResourceChange,
  importResourceState,
  moveResourceState,
  readDataSource,
  validateEphemeralResourceConfig,
  openEphemeralResource,
  renewEphemeralResource,
  closeEphemeralResource,
  getFunctions,
  callFunction,
  generateResourceConfig,
  validateListResourceConfig,
  validateActionConfig,
  planAction,
  stopProvider,
] as unknown as readonly Rpc<never, never>[];

const STREAMS: readonly StreamRpc<never, never>[] = [
  listResource,
  invokeAction,
] as unknown as readonly StreamRpc<never, never>[];

/** The streaming handlers of a served provider, by the RPC's name. */
export function providerStreams(server: ProviderServer) {
  return Object.fromEntries(STREAMS.map((rpc) => [rpc.name, runStream(server, rpc)]));
}

/**
 * The gRPC service of a served provider. The transport refuses every RPC that is not in it.
 * @param schemaAnswer the answer to GetProviderSchema, if it was encoded beforehand
 */
export function providerService(server: ProviderServer, schemaAnswer?: Uint8Array) {
  const unary = providerHandlers(server);
  if (schemaAnswer !== undefined) unary[getProviderSchema.name] = async () => schemaAnswer;
  return { name: PROVIDER_SERVICE, unary, streams: providerStreams(server) };
}

/** The unary handlers of a served provider, by the RPC's name. */
export function providerHandlers(server: ProviderServer) {
  return Object.fromEntries(RPCS.map((rpc) => [rpc.name, runRpc(server, rpc)]));
}
