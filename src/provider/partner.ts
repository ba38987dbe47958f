import { DiagnosticError, isUnknown, string, type Unknown } from "../framework";
import type { Session } from "./session";
import { settingsNotKnown } from "./settings";
import { optionalId } from "./validators";

/** Whose channels are meant, in the settings of a list or an action. */
export const partnerSetting = string({
  optional: true,
  validate: [optionalId],
  description:
    "Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).",
});

/** What to say where no partner is named. */
export const MISSING_PARTNER = {
  summary: "Missing partner",
  detail:
    "Every request names the partner whose channels it is about. Set partner_id in the provider block, in the environment variable DIALOG360_PARTNER_ID, or here.",
};

/**
 * The partner that a block is about: its own, or else the provider's.
 * @throws DiagnosticError when neither names one, or the provider's is not known yet
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
 * The partner that an update plans. The provider's partner is the one that is meant where a block names none, so
 * another one there means another object: the attribute replaces. While the provider's is unknown, the partner in the
 * state is kept: it hardly ever changes, and unknown would propose to replace everything.
 */
export function planPartner(
  own: Partner,
  inState: string | null,
  { partnerId }: Pick<Session, "partnerId">,
): Partner {
  if (own !== null) return own;
  return partnerId === null || isUnknown(partnerId) ? inState : partnerId;
}
