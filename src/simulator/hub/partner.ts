import { type Handler, json } from "../routing";
import { ownPartner } from "./own-partner";

/** GET /partners/{partner}: of its fields, those that the documented PATCH names. */
export const partner: Handler = (_world, call) =>
  json(200, { id: ownPartner(call), webhook_url: null, partner_redirect_url: null });
