// The Partner Hub API: token, partner, clients, channels and the two CTWA switches, as a table of routes.
// It must never know the control surface, faults, limits or sockets: those stand around it.
// Read list.ts next for the envelope of lists, ctwa.ts for the switches.
import type { Route } from "../routing/route";
import { channelsRoute } from "./channels";
import { clientsRoute } from "./clients";
import { disableCtwaRoute, enableCtwaRoute } from "./ctwa";
import { partnerRoute } from "./partner";
import { tokenRoute } from "./token";

/** Where the hub's routes stand. */
export const hubBasePath = "/api/v2";

/** All simulated operations of the hub. */
export const hubRoutes: readonly Route[] = [
  tokenRoute,
  partnerRoute,
  clientsRoute,
  channelsRoute,
  enableCtwaRoute,
  disableCtwaRoute,
];
