import { bool, string, timeouts } from "../../framework";
import { optionalId } from "../validators";

/** A text that is read. */
export const computed = (description: string) => string({ computed: true, description });

/** Whose channels are meant. */
export const partnerAttribute = string({
  optional: true,
  computed: true,
  validate: [optionalId],
  description:
    "Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).",
});

/** Whether the objects as they were sent are wanted. */
export const includeJsonAttribute = bool({
  default: false,
  description:
    "Whether `json` holds the raw object, including contact data of persons, which is then stored in the state. Defaults to `false`.",
});

/** Whether a client that the partner does not have makes an empty result instead of an error. */
export const allowEmptyAttribute = bool({
  default: false,
  description:
    "Whether a client that the partner does not have gives an empty result instead of an error. Defaults to `false`.",
});

/** How long reading may take. */
export const readTimeouts = timeouts({ read: "5m" });
