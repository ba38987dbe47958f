import { resource } from "../../framework";
import type { Session } from "../session";
import { checkTracking } from "./channel-ctwa-tracking/check";
import { destroyTracking } from "./channel-ctwa-tracking/destroy";
import { importTracking } from "./channel-ctwa-tracking/import";
import { planDestroy, planTracking } from "./channel-ctwa-tracking/plan";
import { readTracking } from "./channel-ctwa-tracking/read";
import { schema } from "./channel-ctwa-tracking/schema";
import { createTracking, updateTracking } from "./channel-ctwa-tracking/write";

/** CTWA tracking of one channel: created by switching it on (or off), destroyed by switching it off. */
export const channelCtwaTracking = resource<Session>()({
  type: "channel_ctwa_tracking",
  description:
    'Click-to-WhatsApp (CTWA) tracking of one channel. Create switches tracking on, or off with `enabled = false`; destroy switches it off, or leaves it with `on_destroy = "keep"`.',
  schema,
  identity: { partner_id: "optional", channel_id: "required" },
  modifyPlan: planTracking,
  planDestroy,
  checkPlan: checkTracking,
  create: createTracking,
  read: readTracking,
  update: updateTracking,
  delete: destroyTracking,
  importState: importTracking,
});
