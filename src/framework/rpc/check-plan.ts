import { PrivateState } from "../define/private-state";
import type { Resource } from "../define/resource";
import type { ObjectValue } from "../value";
import type { CallContext } from "./call";
import { runOperation } from "./run-operation";

/** A finished plan, as `checkPlan` sees it. */
export interface FinishedPlan {
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
  readonly plan: ObjectValue | null;
  readonly replaces: boolean;
  readonly private: Uint8Array;
}

/**
 * Runs the author's check of a finished plan. The check is skipped if the plan already has an error, and if there is no
 * client to read with. The check gets a copy of the private state, so its changes are discarded.
 * @throws what the check threw, or DiagnosticError when its time ran out.
 */
export async function checkPlan(
  call: CallContext,
  resource: Resource<never>,
  finished: FinishedPlan,
): Promise<void> {
  if (resource.checkPlan === undefined || call.diagnostics.hasErrors || !call.server.isConfigured) return;
  const check = resource.checkPlan.bind(resource);
  const object = finished.plan ?? finished.prior ?? {};
  await runOperation(call, { operation: "plan", schema: resource.schema, object }, (context) =>
    check({ ...context, ...finished, private: new PrivateState(finished.private) } as never),
  );
}
