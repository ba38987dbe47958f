// The RPCs of protocol 6: one handler each, and a wrapper that every call goes through.
// Must never know how bytes arrive, nor what a provider talks to.
// Read next: rpc.ts, then plan-resource-change.ts and apply-resource-change.ts.
export { PROVIDER_SERVICE, providerHandlers, providerService, providerStreams } from "./handlers";
export { ProviderServer } from "./server";
