// What all requests to one host share: the queue, the rate limit, the learned pace and the circuit breaker.
// It must never know what a request says.
// Next: scheduler.ts, when a request may start.
export type { BreakerState } from "./circuit-breaker";
export { createHosts, type Host } from "./host";
export type { Priority } from "./priority-queue";
export type { Lease } from "./scheduler";
export { describeWait, seconds, WaitTooLong } from "./wait-too-long";
