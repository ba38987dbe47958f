import type { Evidence } from "../../../comparison";
import type { Declaration } from "../declared/declared-file";
import { isKnown, positionsOf } from "./plan-changes";
import type { PlannedObject, TrackingPlan, Values } from "./planned-objects";

/** What a plan declares: the channels as they stand in it after the apply. */
export function declarationsInPlan(
  { objects }: TrackingPlan,
  source: string,
): readonly (readonly [partnerId: string | null, ...Declaration])[] {
  return objects.flatMap((object) => {
    if (object.after === null || object.actions.has("forget")) return [];
    if (!isKnown(object) && object.unknown["channels"] === true) return [];
    const declared = declaredBy(object, object.after, source);
    const { partner_id: partner } = object.after;
    const partnerId = typeof partner === "string" ? partner : null;
    return [...positionsOf(object, object.after)].map(([id, enabled]) => [
      partnerId,
      id,
      { ...declared, enabled: typeof enabled === "boolean" ? enabled : null },
    ]);
  });
}

function declaredBy({ address }: PlannedObject, after: Values, source: string) {
  const { client_id: clientId, asserted_at: sentAt, verification } = after;
  return {
    clientIds: typeof clientId === "string" ? new Set([clientId]) : null,
    evidence: evidenceIn(verification),
    sentAt: typeof sentAt === "string" ? sentAt : null,
    source: `${address} in ${source}`,
  };
}

/** What a plan knows of a switch that it leaves alone; a switch that it sends is not verified yet. */
function evidenceIn(verification: unknown): Evidence {
  if (verification === "stale") return "stale";
  return verification === "assumed" || verification === "observed" ? "assumed" : "unverified";
}
