// The RPCs of protocol 6: one function each, and one wrapper around them all.
// Must never know: how bytes arrive, what a provider talks to.
// Read next: rpc.ts, then plan-resource-change.ts and apply-resource-change.ts.
export { PROVIDER_SERVICE, providerHandlers, providerService, providerStreams } from "./handlers";
export { ProviderServer } from "./server";
