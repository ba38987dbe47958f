import { bool, string, timeouts } from "../../framework";
import { optionalId } from "../validators";

/** A computed text. */
export const computed = (description: string) => string({ computed: true, description });

/** The attribute that names the partner. */
export const partnerAttribute = string({
  optional: true,
  computed: true,
  validate: [optionalId],
  description:
    "Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).",
});

/** The attribute that asks for raw objects. */
export const includeJsonAttribute = bool({
  default: false,
  description:
    "Whether `json` holds the raw object, which may contain personal contact data and is stored in the state. Defaults to `false`.",
});

/** The attribute that permits a client that the partner does not have. */
export const allowEmptyAttribute = bool({
  default: false,
  description:
    "Whether a client that the partner does not have gives an empty result instead of an error. Defaults to `false`.",
});

/** Time limit of a read. */
export const readTimeouts = timeouts({ read: "5m" });
