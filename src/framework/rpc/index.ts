// The RPCs of protocol 6: one handler each, and a wrapper that every call goes through.
// It must never know how bytes arrive, nor what a provider talks to.
// Next: rpc.ts, then plan-resource-change.ts and apply-resource-change.ts.
export { PROVIDER_SERVICE, providerHandlers, providerService, providerStreams } from "./handlers";
export { ProviderServer } from "./server";
