import { DiagnosticError, type Diagnostics, type Place } from "../diagnostics";
import type { Logger } from "../logger";
import { PrivateState } from "../private-state";
import { toAttributePath } from "../protocol";
import { PlanResourceChange_Request, PlanResourceChange_Response } from "../protocol/generated/tfplugin6";
import type { Resource } from "../resource";
import { findPlanMisfit, planValues } from "../schema";
import { at, formatPath, type ObjectValue, type Path } from "../value";
import { bugAt, fitting, readObject, writeObject } from "./checked-value";
import type { Call, Rpc } from "./rpc";
import type { ProviderServer } from "./server";

/** PlanResourceChange: what an apply would do. Asked again at apply, and a second time for a replacement. */
export const planResourceChange: Rpc<PlanResourceChange_Request, PlanResourceChange_Response> = {
  name: "PlanResourceChange",
  request: PlanResourceChange_Request,
  response: PlanResourceChange_Response,
  handle(call) {
    const { server, request } = call;
    const resource = server.resource(request.typeName);
    const proposed = readObject(resource.schema, request.proposedNewState);
    const config = readObject(resource.schema, request.config);
    if (proposed === null || config === null) return answer(resource, null, [], request.priorPrivate);
    const prior = readObject(resource.schema, request.priorState);
    return planChange(call, resource, { config, prior, proposed });
  },
  failed: ({ priorState, priorPrivate }) => ({
    plannedState: priorState,
    requiresReplace: [],
    plannedPrivate: priorPrivate,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: undefined,
  }),
};

interface Change {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly proposed: ObjectValue;
}

function planChange(
  { server, request, diagnostics, log }: Call<PlanResourceChange_Request>,
  resource: Resource<never>,
  change: Change,
) {
  const { config, prior } = change;
  const fromSchema = planValues(resource.schema, change);
  const privateState = new PrivateState(request.priorPrivate);
  const replaces = [...fromSchema.replaces];
  const replace = (place: Place) => void replaces.push(typeof place === "string" ? at(place) : place);
  const planned = modify(resource, {
    server,
    log,
    diagnostics,
    config,
    prior,
    plan: fromSchema.planned,
    private: privateState,
    replace,
  });
  const misfit = findPlanMisfit(resource.schema, { config, prior, planned });
  if (misfit !== undefined) throw bugAt(misfit, "plan");
  return answer(resource, planned, prior === null ? [] : distinct(replaces), privateState.bytes);
}

interface Modification {
  readonly server: ProviderServer;
  readonly log: Logger;
  readonly diagnostics: Diagnostics;
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly plan: ObjectValue;
  readonly private: PrivateState;
  readonly replace: (place: Place) => void;
}

function modify(resource: Resource<never>, given: Modification): ObjectValue {
  if (resource.modifyPlan === undefined) return given.plan;
  const { server, prior, config, plan, ...rest } = given;
  const planned: unknown = resource.modifyPlan({
    ...rest,
    config: config as never,
    plan: plan as never,
    state: prior as never,
    client: server.client,
    signal: server.stopSignal,
  });
  if (typeof (planned as { then?: unknown }).then === "function") {
    throw new DiagnosticError(
      "The provider plans with a delay",
      "A plan may not wait for anything. This is a bug in the provider: please report it.",
    );
  }
  return fitting(resource.schema, planned, "plan");
}

function answer(
  resource: Resource<never>,
  planned: ObjectValue | null,
  replaces: readonly Path[],
  bytes: Uint8Array,
) {
  return {
    plannedState: writeObject(resource.schema, planned),
    requiresReplace: replaces.map(toAttributePath),
    plannedPrivate: bytes,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: undefined,
  };
}

function distinct(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
}
