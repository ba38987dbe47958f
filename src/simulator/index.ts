// 360dialog's Partner Hub and Signals APIs in memory: a function from Request to Response, and a port for it.
// It must never know the client's types or Terraform: it answers with the documented JSON and nothing beyond.
// Read simulator.ts next, then seed/seed.ts for the world it starts with and hub/ for what it answers.
export type { Control } from "./control";
export type { Exchange } from "./exchange";
export type { Fault } from "./faults/fault";
export { type Listening, type ListenOptions, listen } from "./listen";
export { type SimulatorOptions, startOptions } from "./options";
export type { RecordedRequest, RequestList } from "./request-log";
export { createSimulator, type Simulator } from "./simulator";
export type { Kind, RequestsPerWindow } from "./world/option-kinds";
export { type Quirk, quirks } from "./world/quirks";
export type { Channel, Client } from "./world/records";
export { exampleSeed, type Seed } from "./world/seed";
export type { Settings } from "./world/settings";
export { SimulatorError } from "./world/simulator-error";
export type { Store } from "./world/store";
