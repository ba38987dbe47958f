import { PrivateState } from "../define/private-state";
import type { Context, Resource } from "../define/resource";
import { DiagnosticError, type Place } from "../diagnostics";
import { toAttributePath } from "../protocol";
import { PlanResourceChange_Request, PlanResourceChange_Response } from "../protocol/generated/tfplugin6";
import { type Change, findPlanMisfit, findReplaced, planValues, type Schema, schemaType } from "../schema";
import { at, equal, formatPath, hasPath, isPlainObject, type ObjectValue, type Path } from "../value";
import type { Call } from "./call";
import { checkPlan } from "./check-plan";
import { bugAt, fitting, readConfig, readObject, writeObject } from "./checked-value";
import type { Answer, Rpc } from "./rpc";

/** PlanResourceChange: what an apply would do. Asked again at apply, and a second time for a replacement. */
export const planResourceChange: Rpc<PlanResourceChange_Request, PlanResourceChange_Response> = {
  name: "PlanResourceChange",
  request: PlanResourceChange_Request,
  response: PlanResourceChange_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.resource(request.typeName);
    const proposed = readObject(call, resource.schema, request.proposedNewState);
    const config = readConfig(call, resource.schema, request.config);
    const prior = readObject(call, resource.schema, request.priorState);
    if (proposed === null || config === null) return planDestroy(call, resource, prior);
    return planChange(call, resource, { config, prior, proposed });
  },
  failed: unplanned,
};

type PlanCall = Call<PlanResourceChange_Request>;
type PlanAnswer = Answer<PlanResourceChange_Response>;

/** Core takes nothing but null for the plan of a destroy. */
async function planDestroy(
  call: PlanCall,
  resource: Resource<never>,
  prior: ObjectValue | null,
): Promise<PlanAnswer> {
  const { priorPrivate } = call.request;
  if (prior !== null) {
    const state = prior as never;
    atOnce(resource.planDestroy?.({ ...context(call), state, private: new PrivateState(priorPrivate) }));
    const finished = { config: null, plan: null, prior, replaces: false, private: priorPrivate };
    await checkPlan(call, resource, finished);
  }
  return answer(resource, null, [], priorPrivate);
}

async function planChange(call: PlanCall, resource: Resource<never>, change: Change): Promise<PlanAnswer> {
  const { schema } = resource;
  const { config, prior } = change;
  const privateState = new PrivateState(call.request.priorPrivate);
  const asked: Path[] = [];
  const result = modify(call, resource, change, {
    plan: planValues(schema, change),
    private: privateState,
    replace: (place) => void asked.push(typeof place === "string" ? at(place) : place),
  });
  if (call.diagnostics.hasErrors && !isPlainObject(result)) return unplanned(call.request);
  const planned = fitting(schema, result, "plan");
  const misfit = findPlanMisfit(schema, { config, prior, planned });
  if (misfit !== undefined) throw bugAt(misfit, "plan");
  const replaced = prior === null ? [] : replacedPaths(schema, { config, prior, planned }, asked);
  // Encoded before the author's check sees the plan: the check cannot change it.
  const answered = answer(resource, planned, replaced, privateState.bytes);
  if (prior === null || replaced.length > 0 || !equal(schemaType(schema), prior, planned)) {
    const seen = { config, prior, plan: planned, replaces: replaced.length > 0 };
    await checkPlan(call, resource, { ...seen, private: privateState.bytes });
  }
  return answered;
}

interface Update {
  readonly config: ObjectValue;
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
}

/** Where the schema or the author says that the change needs a new object. */
function replacedPaths(schema: Schema, update: Update, asked: readonly Path[]): readonly Path[] {
  const { config, prior, planned } = update;
  checkAsked(schema, asked, [prior, planned]);
  return distinct([...findReplaced(schema, prior, planned, config), ...asked]);
}

/** Core refuses a replacement for a path that leads nowhere, before the change and after it. */
function checkAsked(schema: Schema, asked: readonly Path[], objects: readonly ObjectValue[]): void {
  const type = schemaType(schema);
  const path = asked.find((one) => !objects.some((object) => hasPath(type, object, one)));
  if (path === undefined) return;
  throw bugAt({ path, problem: "is said to need a new object, yet there is no such attribute" }, "plan");
}

interface Draft {
  readonly plan: ObjectValue;
  readonly private: PrivateState;
  readonly replace: (place: Place) => void;
}

function modify(call: PlanCall, resource: Resource<never>, change: Change, draft: Draft): unknown {
  if (resource.modifyPlan === undefined) return draft.plan;
  return atOnce(
    resource.modifyPlan({
      ...draft,
      ...context(call),
      plan: draft.plan as never,
      config: change.config as never,
      state: change.prior as never,
    }),
  );
}

function context({ server, signal, diagnostics, log }: PlanCall): Context<never> {
  return { client: server.client, signal, deadline: Number.POSITIVE_INFINITY, diagnostics, log };
}

function atOnce(planned: unknown): unknown {
  if (!isThenable(planned)) return planned;
  planned.then(undefined, () => undefined);
  throw new DiagnosticError(
    "The provider plans with a delay",
    "A plan may not wait for anything. This is a bug in the provider: please report it.",
  );
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function answer(
  resource: Resource<never>,
  planned: ObjectValue | null,
  replaces: readonly Path[],
  bytes: Uint8Array,
): PlanAnswer {
  return {
    plannedState: writeObject(resource.schema, planned),
    requiresReplace: replaces.map(toAttributePath),
    plannedPrivate: bytes,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: undefined,
  };
}

function unplanned({ priorState, priorPrivate }: PlanResourceChange_Request): PlanAnswer {
  return {
    plannedState: priorState,
    requiresReplace: [],
    plannedPrivate: priorPrivate,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: undefined,
  };
}

function distinct(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
}
