import { resource } from "../../framework";
import type { Session } from "../session";
import { checkFleet } from "./ctwa-tracking-fleet/check";
import { destroyFleet } from "./ctwa-tracking-fleet/destroy";
import { importFleet } from "./ctwa-tracking-fleet/import";
import { planDestroy, planFleet } from "./ctwa-tracking-fleet/plan";
import { readFleet } from "./ctwa-tracking-fleet/read";
import { schema } from "./ctwa-tracking-fleet/schema";
import { validateFleet } from "./ctwa-tracking-fleet/validate";
import { createFleet, updateFleet } from "./ctwa-tracking-fleet/write";

/** CTWA tracking of many channels as one object: Terraform's own cost grows with objects, hardly with their size. */
export const ctwaTrackingFleet = resource<Session>()({
  type: "ctwa_tracking_fleet",
  description: [
    "Click-to-WhatsApp (CTWA) tracking of up to 50,000 channels, as one object with a map. Terraform's own time grows with the number of objects, so this plans far more quickly than one object for each channel; the guide Scale has the numbers, and says when to use which.",
    "**What is sent.** Creating the fleet sends the switch of each channel, which adopts channels that are tracked already. An update works through the difference only. All channels are looked at first: if one that is new or changed is unknown to the partner, terminated, or under another client than its `client_id` says, apply fails before anything is switched.",
    "**What is not done is `pending`.** Switches are sent at the pace that the hub allows, which can take hours for thousands; there is no time limit unless `timeouts` sets one. What fails, or is left when an apply is stopped, stands in `pending` with its reason, and the next plan sends it again. While a fleet is created, such failures are a warning, since Terraform would destroy and create again what fails then; if nothing at all was done, it is an error. Failures of an update are errors. A `postcondition` makes an apply end with exit code 1 as long as anything is pending.",
    "**What can be seen, and what cannot.** No public document shows a field or a request that tells whether CTWA tracking is on. Where the hub's channel object carries such a flag all the same, a switch flipped elsewhere shows as a change of just that key. Where it does not, `enabled` is what was last written, and `verification` says so. Channels that are gone, terminated or moved go into `pending` in either case.",
  ].join("\n\n"),
  schema,
  validate: validateFleet,
  modifyPlan: planFleet,
  planDestroy,
  checkPlan: checkFleet,
  create: createFleet,
  read: readFleet,
  update: updateFleet,
  delete: destroyFleet,
  importState: importFleet,
});
