// The simulated world: partners, clients, channels and tokens, the clock, and the options that shape its answers.
// It must never know requests or answers: routes read and change it.
// Read quirks.ts next for the options, store.ts for what is in the world.
export { type Clock, systemClock } from "./clock";
export { createDelayedFlags } from "./delayed-flags";
export { channelFields, channelFilterFields, clientFields, clientFilterFields } from "./documented-fields";
export { createLastSwitches, type LastSwitch } from "./last-switches";
export { count, type Kind, type RequestsPerWindow } from "./option-kinds";
export { type Area, type Quirk, type QuirkName, quirks } from "./quirks";
export type { Ad, Channel, Client, KeywordPostback, Seed } from "./records";
export { changedSettings, checkOption, defaultSettings, type Settings } from "./settings";
export { SimulatorError } from "./simulator-error";
export { createStore, type Store } from "./store";
export { type Authorization, authorizationOf, createTokens, hubCaller, signalsCaller } from "./tokens";
export { meantAppId, shownAppId, shownTime, withBareNumbers } from "./value-forms";
export type { World } from "./world";
