// Runs a provider's acceptance tests with the real binary: steps of configurations, plans, imports and expected states.
// It must never know 360dialog, and is never loaded by a provider that Terraform started.
// Next: steps.ts for what a step may say, test-provider.ts for the order in which it happens.

export { type OperationContext, operationContext } from "./operation-context";
export type { ChangeKind, ImportId, Step, StepContext } from "./steps";
export { type ProviderTest, testProvider } from "./test-provider";
export type { StateObject } from "./workspace";
