import { PrivateState } from "../define/private-state";
import type { Context, Resource } from "../define/resource";
import { DiagnosticError, type Place } from "../diagnostics";
import { toAttributePath } from "../protocol";
import { PlanResourceChange_Request, PlanResourceChange_Response } from "../protocol/generated/tfplugin6";
import { type Change, findPlanMisfit, findReplaced, planValues, type Schema, schemaType } from "../schema";
import { titles } from "../titles";
import { at, equal, formatPath, freeze, hasPath, isPlainObject, type ObjectValue, type Path } from "../value";
import type { Call } from "./call";
import { checkPlan } from "./check-plan";
import { bugAt, fitting, readConfig, readObject, writeObject } from "./checked-value";
import { checkIdentity, identityOf, readIdentity, writeIdentity } from "./identity";
import type { Answer, Rpc } from "./rpc";
import { isSameWire, isUntouched, type Snapshot, snapshotOf } from "./untouched";

/** PlanResourceChange: plans what an apply will do. Core sends it again during apply, and twice for a replacement. */
export const planResourceChange: Rpc<PlanResourceChange_Request, PlanResourceChange_Response> = {
  name: "PlanResourceChange",
  request: PlanResourceChange_Request,
  response: PlanResourceChange_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.resource(request.typeName);
    const prior = readObject(call, resource.schema, request.priorState);
    const before = isSameWire(request.priorState, request.proposedNewState)
      ? snapshotOf(prior, request.priorState)
      : null;
    // The texts and bools of one object can serve as both.
    const proposed = before === null ? readObject(call, resource.schema, request.proposedNewState) : prior;
    const config = readConfig(call, resource.schema, request.config);
    if (proposed === null || config === null) return planDestroy(call, resource, prior);
    return planChange(call, resource, { config, prior, proposed }, before);
  },
  failed: unplanned,
};

type PlanCall = Call<PlanResourceChange_Request>;
type PlanAnswer = Answer<PlanResourceChange_Response>;

/** Plans a destroy. Core accepts only null as its planned state. */
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
  // The plan carries the identity because the apply of a delete gets its identity only from the plan.
  const identity = knownIdentity(call, resource, prior);
  return answer(resource, { planned: null, replaces: [], private: priorPrivate, identity });
}

/** @param before the prior values, if core proposes the very same ones: what leaves them so needs no checks. */
async function planChange(
  call: PlanCall,
  resource: Resource<never>,
  change: Change,
  before: Snapshot | null,
): Promise<PlanAnswer> {
  const { schema } = resource;
  const { config, prior } = change;
  const { priorPrivate, plannedPrivate } = call.request;
  const privateState = new PrivateState(priorPrivate);
  const asked: Path[] = [];
  const result = modify(call, resource, change, {
    plan: call.server.freezes ? freeze(planValues(schema, change)) : planValues(schema, change),
    private: privateState,
    planned: plannedPrivate.length === 0 ? null : new PrivateState(plannedPrivate),
    replace: (place) => void asked.push(typeof place === "string" ? at(place) : place),
  });
  if (call.diagnostics.hasErrors && !isPlainObject(result)) return unplanned(call.request);
  if (asked.length === 0 && isUntouched(before, result)) {
    return unchanged(call, resource, result as ObjectValue, privateState.bytes);
  }
  const planned = fitting(schema, result, "plan", "modifyPlan");
  const misfit = findPlanMisfit(schema, { config, prior, planned });
  if (misfit !== undefined) throw bugAt(misfit, "plan", "modifyPlan");
  const replaced = prior === null ? [] : replacedPaths(schema, { config, prior, planned }, asked);
  // The answer is encoded before the author's check sees the plan, so the check cannot change it.
  const identity = planIdentity(call, resource, { prior, planned, isReplaced: replaced.length > 0 });
  const answered = answer(resource, { planned, replaces: replaced, private: privateState.bytes, identity });
  if (prior === null || replaced.length > 0 || !equal(schemaType(schema), prior, planned)) {
    const seen = { config, prior, plan: planned, replaces: replaced.length > 0 };
    await checkPlan(call, resource, { ...seen, private: privateState.bytes });
  }
  return answered;
}

/** The answer for a plan that leaves everything as it is. */
function unchanged(
  call: PlanCall,
  resource: Resource<never>,
  planned: ObjectValue,
  privateBytes: Uint8Array,
): PlanAnswer {
  const data = call.request.priorIdentity;
  const value = readIdentity(resource, data);
  const next = identityOf(resource, planned);
  if (next !== null) checkIdentity(resource, value, next);
  return {
    ...unplanned(call.request),
    plannedPrivate: privateBytes,
    plannedIdentity: writeIdentity(resource, value ?? next, { data, value }),
  };
}

interface Identified {
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
  readonly isReplaced: boolean;
}

/**
 * The planned identity: that of the existing object, or that of a new object if all its values are known. The second
 * plan of a replacement counts as that of a new object, although Terraform sends an identity with it.
 */
function planIdentity(
  call: PlanCall,
  resource: Resource<never>,
  { prior, planned, isReplaced }: Identified,
): ObjectValue | null {
  const next = identityOf(resource, planned);
  if (prior === null) return next;
  const before = knownIdentity(call, resource, prior);
  if (!isReplaced && next !== null) checkIdentity(resource, before, next);
  return before;
}

/** The identity of an existing object. If core sent none, the identity is taken from the state. */
function knownIdentity(
  { request }: PlanCall,
  resource: Resource<never>,
  prior: ObjectValue | null,
): ObjectValue | null {
  return readIdentity(resource, request.priorIdentity) ?? identityOf(resource, prior);
}

interface Update {
  readonly config: ObjectValue;
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
}

/** The paths at which the schema or the author requires a replacement for this change. */
function replacedPaths(schema: Schema, update: Update, asked: readonly Path[]): readonly Path[] {
  const { config, prior, planned } = update;
  checkAsked(schema, asked, [prior, planned]);
  return distinct([...findReplaced(schema, prior, planned, config), ...asked]);
}

/** Checks the author's replacement paths. Core refuses a path that exists neither before the change nor after it. */
function checkAsked(schema: Schema, asked: readonly Path[], objects: readonly ObjectValue[]): void {
  const type = schemaType(schema);
  const path = asked.find((one) => !objects.some((object) => hasPath(type, object, one)));
  if (path === undefined) return;
  throw bugAt({ path, problem: "is said to need a new object, yet there is no such attribute" }, "plan");
}

interface Draft {
  readonly plan: ObjectValue;
  readonly private: PrivateState;
  readonly planned: PrivateState | null;
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
    titles.asynchronousPlan,
    "A plan may not wait for anything. This is a bug in the provider: please report it.",
  );
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

interface Planned {
  readonly planned: ObjectValue | null;
  readonly replaces: readonly Path[];
  readonly private: Uint8Array;
  readonly identity: ObjectValue | null;
}

function answer(resource: Resource<never>, made: Planned): PlanAnswer {
  return {
    plannedState: writeObject(resource.schema, made.planned),
    requiresReplace: made.replaces.map(toAttributePath),
    plannedPrivate: made.private,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: writeIdentity(resource, made.identity),
  };
}

function unplanned({ priorState, priorPrivate, priorIdentity }: PlanResourceChange_Request): PlanAnswer {
  return {
    plannedState: priorState,
    requiresReplace: [],
    plannedPrivate: priorPrivate,
    legacyTypeSystem: false,
    deferred: undefined,
    plannedIdentity: priorIdentity,
  };
}

function distinct(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
}
