import { resource } from "../../framework";
import type { Session } from "../session";
import { destroyTracking } from "./channel-ctwa-tracking/destroy";
import { importTracking } from "./channel-ctwa-tracking/import";
import { planDestroy, planTracking } from "./channel-ctwa-tracking/plan";
import { readTracking } from "./channel-ctwa-tracking/read";
import { schema } from "./channel-ctwa-tracking/schema";
import { createTracking, updateTracking } from "./channel-ctwa-tracking/write";

/** CTWA tracking of one channel: created by switching it on (or off), destroyed by switching it off. */
export const channelCtwaTracking = resource<Session>()({
  type: "channel_ctwa_tracking",
  description: [
    'Click-to-WhatsApp (CTWA) tracking of one channel. Creating it switches tracking on (or off, with `enabled = false`), destroying it switches tracking off (or leaves it, with `on_destroy = "keep"`). Tracking has to be on before keywords and conversions are configured in Signals.',
    "**What can be seen, and what cannot.** No public document shows a field or a request that tells whether CTWA tracking is on. Where the hub's channel object carries such a flag all the same, `enabled` follows it and a switch flipped elsewhere shows in the next plan. Where it does not, `enabled` is what was last written, and `verification` says so; `reassert_after` sends the switch again from time to time. A channel that is gone, terminated, or moved to another client shows as drift in either case.",
    "Writes to one channel happen one after the other. When a block is renamed without a `moved` block, Terraform destroys and creates the same channel in one apply: what is declared wins, and a warning points at `moved`.",
  ].join("\n\n"),
  schema,
  modifyPlan: planTracking,
  planDestroy,
  create: createTracking,
  read: readTracking,
  update: updateTracking,
  delete: destroyTracking,
  importState: importTracking,
});
