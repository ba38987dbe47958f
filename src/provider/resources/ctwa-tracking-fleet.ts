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

/**
 * CTWA tracking of many channels as one object. Terraform's own cost depends on the number of objects, not on their
 * size.
 */
export const ctwaTrackingFleet = resource<Session>()({
  type: "ctwa_tracking_fleet",
  description:
    "Click-to-WhatsApp (CTWA) tracking of up to 50,000 channels as one object with a map. Terraform plans it much faster than one object per channel.",
  schema,
  identity: { id: "required" },
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
