import { PrivateState } from "../define/private-state";
import type { Resource } from "../define/resource";
import { ApplyResourceChange_Request, ApplyResourceChange_Response } from "../protocol/generated/tfplugin6";
import {
  attributeType,
  findResultMisfit,
  keepForms,
  type Operation,
  type Schema,
  schemaType,
  withBlocks,
} from "../schema";
import {
  findMisfit,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  objectValue,
  type Value,
  withoutUnknown,
} from "../value";
import type { Call } from "./call";
import { bugAt, fitting, fittingAndKnown, readConfig, readObject, writeObject } from "./checked-value";
import { explainError } from "./explain-error";
import { checkIdentity, identityOf, readIdentity, writeIdentity } from "./identity";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ApplyResourceChange: carries out the plan. The answer holds the progress so far even if the operation fails. */
export const applyResourceChange: Rpc<ApplyResourceChange_Request, ApplyResourceChange_Response> = {
  name: "ApplyResourceChange",
  request: ApplyResourceChange_Request,
  response: ApplyResourceChange_Response,
  async handle(call) {
    const { server, request } = call;
    server.note("applied");
    const resource = server.resource(request.typeName);
    const change = {
      config: readConfig(call, resource.schema, request.config),
      prior: readObject(call, resource.schema, request.priorState),
      planned: readObject(call, resource.schema, request.plannedState),
      private: new PrivateState(request.plannedPrivate),
    };
    const state = await applyChange(call, resource, change);
    const identity = appliedIdentity(call, resource, change, state);
    return {
      newState: writeObject(resource.schema, state),
      private: state === null ? new Uint8Array() : change.private.bytes,
      legacyTypeSystem: false,
      newIdentity: writeIdentity(resource, identity),
    };
  },
  failed: ({ priorState, plannedPrivate, plannedIdentity }) => ({
    newState: priorState,
    private: plannedPrivate,
    legacyTypeSystem: false,
    newIdentity: plannedIdentity,
  }),
};

interface Change {
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue | null;
  readonly private: PrivateState;
}

/**
 * The identity of the object after the apply. It is sent with errors too: core forgets an identity that an answer
 * omits. An update must not change it.
 */
function appliedIdentity(
  call: ApplyCall,
  resource: Resource<never>,
  { prior, planned }: Change,
  state: ObjectValue | null,
): ObjectValue | null {
  const before = prior === null ? null : readIdentity(resource, call.request.plannedIdentity);
  if (state === null) return before;
  const identity = identityOf(resource, state);
  try {
    if (planned !== null && !call.diagnostics.hasErrors) checkIdentity(resource, before, identity);
  } catch (error) {
    call.diagnostics.add(explainError(error, call));
  }
  return identity ?? before;
}

type ApplyCall = Call<ApplyResourceChange_Request>;

/** Runs create, update or delete. Errors become diagnostics here, so that the answer can carry a state with them. */
async function applyChange(
  call: ApplyCall,
  resource: Resource<never>,
  change: Change,
): Promise<ObjectValue | null> {
  const { diagnostics } = call;
  const { schema } = resource;
  let saved = change.prior;
  const save = (state: object) => {
    saved = withoutUnknown(fitting(schema, state, "state", "save")) as ObjectValue;
  };
  try {
    const result = await operate(call, resource, change, save);
    if (change.planned === null) return diagnostics.hasErrors ? saved : null;
    if (!diagnostics.hasErrors) return checkResult(call, schema, change, { result, saved });
    return isPlainObject(result) ? salvage(schema, [result, saved, change.planned]) : saved;
  } catch (error) {
    diagnostics.add(explainError(error, call));
    return saved;
  }
}

function operate(
  call: ApplyCall,
  resource: Resource<never>,
  change: Change,
  save: (state: object) => void,
): Promise<unknown> {
  const { config, prior, planned } = change;
  const operation = operationOf(change);
  const object = (planned ?? prior) as ObjectValue;
  return runOperation(call, { operation, schema: resource.schema, object }, (context) =>
    resource[operation]({
      ...context,
      private: change.private,
      save,
      state: prior as never,
      plan: planned as never,
      config: config as never,
    }),
  );
}

/** Checks a result by core's rules. Core refuses an invalid one without naming the attribute, and stores nothing. */
function checkResult(
  call: ApplyCall,
  schema: Schema,
  change: Change,
  { result, saved }: { readonly result: unknown; readonly saved: ObjectValue | null },
): ObjectValue {
  const planned = change.planned as ObjectValue;
  const by = operationOf(change);
  try {
    const state = keepForms(schema, planned, fittingAndKnown(schema, result, "result", by));
    const misfit = findResultMisfit(schemaType(schema), planned, state);
    if (misfit !== undefined) throw bugAt(misfit, "result", by);
    return state;
  } catch (error) {
    call.diagnostics.add(explainError(error, call));
    return salvage(schema, [result, saved, planned]);
  }
}

function operationOf({ prior, planned }: Change): Extract<Operation, "create" | "update" | "delete"> {
  if (planned === null) return "delete";
  return prior === null ? "create" : "update";
}

/**
 * Makes a state from an invalid result. Each attribute takes its value from the first candidate that has a known value
 * of the right type for it. The object exists by then; without a state Terraform would forget it.
 */
export function salvage(schema: Schema, candidates: readonly unknown[]): ObjectValue {
  const objects = candidates.filter(isPlainObject);
  const kept = objectValue(
    Object.entries(schema).map(([name, attribute]) => {
      if (attribute.writeOnly) return [name, null];
      const type = attributeType(attribute);
      const values: readonly (Value | undefined)[] = objects.map((object) => object[name]);
      const found = values.find((value) => !isUnknown(value) && findMisfit(type, value) === undefined);
      return [name, withoutUnknown(found ?? null)];
    }),
  );
  return withBlocks(schema, kept);
}
