// Runs a provider's acceptance tests with the real binary: steps of configurations, plans, imports and expected states.
// Must never be loaded by a provider that serves Terraform.
// Read next: steps.ts for what a step may say, test-provider.ts for the order in which it happens.

export type { ChangeKind, Step, StepContext } from "./steps";
export { type ProviderTest, testProvider } from "./test-provider";
export type { StateObject } from "./workspace";
