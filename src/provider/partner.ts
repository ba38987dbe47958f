import { DiagnosticError, isUnknown, string, type Unknown } from "../framework";
import type { Session } from "./session";
import { settingsNotKnown } from "./settings";
import { optionalId } from "./validators";

/** The attribute that names the partner, for a list resource or an action. */
export const partnerSetting = string({
  optional: true,
  validate: [optionalId],
  description:
    "Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).",
});

/** The error if neither the block nor the provider names a partner. */
export const MISSING_PARTNER = {
  summary: "Missing partner",
  detail:
    "Every request needs the id of the partner. Set partner_id here or in the provider block, or set the environment variable DIALOG360_PARTNER_ID.",
};

/**
 * The partner of a block: the one that it names, or else the provider's.
 * @throws DiagnosticError if neither names one, or the provider's is not known yet
 */
export function partnerOf(own: string | null | Unknown, session: Pick<Session, "partnerId">): string {
  const partnerId = own === null || isUnknown(own) ? session.partnerId : own;
  if (isUnknown(partnerId)) throw settingsNotKnown(["partner_id"]);
  if (partnerId === null) {
    throw new DiagnosticError(MISSING_PARTNER.summary, MISSING_PARTNER.detail, "partner_id");
  }
  return partnerId;
}

type Partner = string | null | Unknown;

/**
 * The partner that an update plans. A block that names no partner belongs to the provider's partner, so a new partner
 * of the provider replaces the object. If the provider's partner is unknown, the plan keeps the one in the state: it
 * rarely changes, and an unknown value would replace every object.
 */
export function planPartner(
  own: Partner,
  inState: string | null,
  { partnerId }: Pick<Session, "partnerId">,
): Partner {
  if (own !== null) return own;
  return partnerId === null || isUnknown(partnerId) ? inState : partnerId;
}
