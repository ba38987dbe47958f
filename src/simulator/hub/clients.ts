import type { Handler } from "../routing";
import { clientFields, clientFilterFields } from "../world";
import { clientJson } from "./client-json";
import { listPage } from "./list";
import { ownPartner } from "./own-partner";

/** GET /partners/{partner}/clients. */
export const clients: Handler = (world, call) => {
  const partnerId = ownPartner(call);
  return listPage(call.query, world.settings, {
    key: "clients",
    sortable: clientFields,
    filterable: clientFilterFields,
    candidates: () => world.store.clientsOf(partnerId),
    peek: clientJson,
    show: clientJson,
  });
};
