// One request on its way: latency, faults, rate limit, credential, route, answer, and its line in the request log.
// It must never know sockets or the control surface.
// Read exchange.ts next, then serve.ts for the order.
export { createExchange, type Exchange } from "./exchange";
export { createRateLimit } from "./rate-limit";
export { createRequestLog, type RecordedRequest, type RequestFilter, type RequestList } from "./request-log";
