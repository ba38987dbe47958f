import type { ITerraformDependable } from "./cdk";

/**
 * Something that switches tracking of channels, and that others can wait for.
 *
 * @example
 * const tracked: Tracked[] = [berlin, bakery];
 * new SignalsConfiguration(this, "signals", { clientId: "exampleCL", after: tracked });
 */
export interface Tracked {
  /** The resources to wait for; fit for `dependsOn` of anything. */
  readonly dependables: readonly ITerraformDependable[];
}
