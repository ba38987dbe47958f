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
    "Whether each object's raw JSON is added as `json`. It holds everything the API sends, e-mail addresses and phone numbers of people included, and ends up in the state. Defaults to `false`.",
});

/** Whether a client that the partner does not have makes an empty result instead of an error. */
export const allowEmptyAttribute = bool({
  default: false,
  description:
    "Whether a client that the partner does not have gives an empty result. By default it is an error: a `for_each` over an empty result destroys every object that it had. Defaults to `false`.",
});

/** How long reading may take. */
export const readTimeouts = timeouts({ read: "5m" });
