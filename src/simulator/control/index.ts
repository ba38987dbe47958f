// The control surface: look at the world and change it behind Terraform's back, as methods and over HTTP.
// It must never know how the simulated API answers; its own requests are not recorded.
// Read control.ts next; routes.ts offers the same over HTTP.
export type { ChannelPatch } from "./channel-patch";
export { type Control, createControl } from "./control";
export { controlBasePath, controlRoutes, isControl } from "./routes";
