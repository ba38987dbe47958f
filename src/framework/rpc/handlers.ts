import { applyResourceChange } from "./apply-resource-change";
import { callFunction } from "./call-function";
import { closeEphemeralResource } from "./close-ephemeral-resource";
import { configureProvider } from "./configure-provider";
import { getFunctions } from "./get-functions";
import { getProviderSchema } from "./get-provider-schema";
import { getResourceIdentitySchemas } from "./get-resource-identity-schemas";
import { importResourceState } from "./import-resource-state";
import { openEphemeralResource } from "./open-ephemeral-resource";
import { planResourceChange } from "./plan-resource-change";
import { readDataSource } from "./read-data-source";
import { readResource } from "./read-resource";
import { renewEphemeralResource } from "./renew-ephemeral-resource";
import { type Rpc, runRpc } from "./rpc";
import type { ProviderServer } from "./server";
import { stopProvider } from "./stop-provider";
import { upgradeResourceIdentity } from "./upgrade-resource-identity";
import { upgradeResourceState } from "./upgrade-resource-state";
import {
  validateDataResourceConfig,
  validateEphemeralResourceConfig,
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
  readDataSource,
  validateEphemeralResourceConfig,
  openEphemeralResource,
  renewEphemeralResource,
  closeEphemeralResource,
  getFunctions,
  callFunction,
  stopProvider,
] as unknown as readonly Rpc<never, never>[];

/** The handlers of a served provider, by the RPC's name. Every other RPC is for the transport to refuse. */
export function providerHandlers(server: ProviderServer) {
  return Object.fromEntries(RPCS.map((rpc) => [rpc.name, runRpc(server, rpc)]));
}
