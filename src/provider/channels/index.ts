// One channel as the provider sees it: its key, its import id, who declares it, and what makes it unusable.
// It must never know a resource's schema.
// Next: channel-obstacle.ts, why a channel cannot be switched.
export { ChannelClaims, claimantOf, declaredTwice, keepObjectId, nameObject } from "./channel-claims";
export {
  type ChannelImportId,
  formatChannelImportId,
  IMPORT_ID_FORMS,
  tryParseChannelImportId,
} from "./channel-import-id";
export { keyOf, type WrittenChannel } from "./channel-key";
export { channelNotFound } from "./channel-look-up";
export { findObstacle, kindOf, type Obstacle, terminatedBy } from "./channel-obstacle";
export { DeclaredTracking } from "./declared-tracking";
export { suggestId } from "./nearest-id";
export { PlannedMoves, warnOfPlannedMove } from "./planned-moves";
