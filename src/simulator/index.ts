// 360dialog's Partner Hub and Signals APIs in memory: a function from Request to Response, and a port for it.
// It must never know the client's types or Terraform: it answers with the documented JSON and nothing beyond.
// Read simulator.ts next, then world/seed/seed.ts for the world it starts with and hub/ for what it answers.
export type { Control } from "./control";
export type { Fault } from "./faults";
export { type Listening, type ListenOptions, listen } from "./listen";
export { type SimulatorOptions, startOptions } from "./options";
export type { Exchange, RecordedRequest, RequestList } from "./serving";
export { createSimulator, type Simulator } from "./simulator";
export {
  type Channel,
  type Client,
  type Kind,
  type Quirk,
  quirks,
  type RequestsPerWindow,
  type Seed,
  type Settings,
  SimulatorError,
  type Store,
} from "./world";
export { exampleSeed } from "./world/seed";
