// The wire: connections, proxies, certificates, bodies and addresses.
// It must never know what an answer means.
// Next: transport.ts, one request over undici.
export type { HttpReply, HttpRequest } from "./message";
export { describeFailure } from "./network-failure";
export { buildTarget, endpointOf, type Target } from "./target";
export { createTransport, onlyReading, type Transport } from "./transport";
export { createUsageCounter, type EndpointUsage, type UsageCounter } from "./usage";
