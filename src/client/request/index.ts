// One request, sent until an answer counts: attempts, retries, and the verdict on each answer.
// It must never know which API is asked, nor where credentials come from.
// Next: send.ts, the send loop; answer.ts, what a status, an envelope or a failure means.
export { readJson, saysAlreadyDone } from "./answer";
export type { AttemptHistory } from "./attempt";
export { bodyExcerpt } from "./excerpt";
export type { AuthHeaders, Outgoing } from "./outgoing";
export { describeRefusal, type Refusal } from "./refusal";
export { createSend, type Reply, type Send } from "./send";
