// Switching CTWA tracking, for one channel or for many: examine, switch, confirm, record.
// It must never know a resource's schema.
// Next: switch.ts, the request; sent-record.ts, what is remembered of it.
export { ChannelWrites, type HandedOver } from "./channel-writes";
export { confirm, type Reported } from "./confirm";
export { DisableGuard } from "./disable-guard";
export {
  examine,
  examineMany,
  examineOne,
  type Finding,
  type Hindrance,
  type Subject,
  type Usable,
  usableOrThrow,
} from "./examine";
export { keepSentRecords, readSentRecords, type SentRecord, type SentRecords } from "./sent-record";
export { SharedLooks } from "./shared-looks";
export {
  carryOut,
  mayHaveTakenEffect,
  recordAfter,
  recordAfterFailure,
  type SwitchOrder,
  type SwitchResult,
} from "./switch";
export { onOff, TrackingFlag } from "./tracking-flag";
export {
  hasMoved,
  isOutcomeUnknown,
  overdueBy,
  type Verification,
  verificationOf,
  worstOf,
} from "./verification";
