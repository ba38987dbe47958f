// The Partner Hub API: how its routes answer, from the login to the two CTWA switches.
// It must never know the control surface, faults, limits or sockets: those stand around it.
// Read list.ts next for the envelope of lists, ctwa.ts for the switches.
import type { Handler, RouteOf } from "../routing";
import { channels } from "./channels";
import { clients } from "./clients";
import { switchTo } from "./ctwa";
import { partner } from "./partner";
import { logIn } from "./token";

/** How each route of the hub answers. */
export const hubHandlers: Readonly<Record<RouteOf<"hub">, Handler>> = {
  token: logIn,
  partner,
  clients,
  channels,
  enable_ctwa: switchTo(true),
  disable_ctwa: switchTo(false),
};
