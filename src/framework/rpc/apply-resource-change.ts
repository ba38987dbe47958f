import { PrivateState } from "../private-state";
import { ApplyResourceChange_Request, ApplyResourceChange_Response } from "../protocol/generated/tfplugin6";
import type { Resource } from "../resource";
import { findResultMisfit, type Operation, schemaType } from "../schema";
import type { ObjectValue } from "../value";
import { bugAt, fitting, fittingAndKnown, readObject, withoutUnknown, writeObject } from "./checked-value";
import { explainError } from "./explain-error";
import { boundOperation } from "./operation-signal";
import type { Call, Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ApplyResourceChange: makes the plan true. What has been done is in the answer, whatever fails after it. */
export const applyResourceChange: Rpc<ApplyResourceChange_Request, ApplyResourceChange_Response> = {
  name: "ApplyResourceChange",
  request: ApplyResourceChange_Request,
  response: ApplyResourceChange_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.resource(request.typeName);
    const change = {
      config: readObject(resource.schema, request.config),
      prior: readObject(resource.schema, request.priorState),
      planned: readObject(resource.schema, request.plannedState),
    };
    const privateState = new PrivateState(request.plannedPrivate);
    const state = await applyChange(call, resource, change, privateState);
    return {
      newState: writeObject(resource.schema, state),
      private: state === null ? new Uint8Array() : privateState.bytes,
      legacyTypeSystem: false,
      newIdentity: undefined,
    };
  },
  failed: ({ priorState, plannedPrivate }) => ({
    newState: priorState,
    private: plannedPrivate,
    legacyTypeSystem: false,
    newIdentity: undefined,
  }),
};

interface Change {
  readonly config: ObjectValue | null;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue | null;
}

type ApplyCall = Call<ApplyResourceChange_Request>;

/** Runs one of create, update and delete. Errors become diagnostics here, since the state has to go with them. */
async function applyChange(
  { server, diagnostics, log }: ApplyCall,
  resource: Resource<never>,
  change: Change,
  privateState: PrivateState,
): Promise<ObjectValue | null> {
  const { schema } = resource;
  const { prior, planned, config } = change;
  const operation = operationOf(change);
  let saved = prior;
  try {
    const bound = boundOperation(operation, schema, (planned ?? prior) as ObjectValue, server.stopSignal);
    const context = {
      client: server.client,
      signal: bound.signal,
      diagnostics,
      log,
      private: privateState,
      save: (state: object) => {
        saved = fitting(schema, state, "state");
      },
      state: prior as never,
      plan: planned as never,
      config: config as never,
    };
    const result = await runOperation<unknown>(bound, () => resource[operation](context));
    if (planned === null) return diagnostics.hasErrors ? prior : null;
    saved = withoutUnknown(fitting(schema, result, "result"), schema);
    const state = fittingAndKnown(schema, result, "result");
    const misfit = findResultMisfit(schemaType(schema), planned, state);
    if (misfit !== undefined) throw bugAt(misfit, "result");
    return state;
  } catch (error) {
    diagnostics.add(explainError(error, server.provider, log));
    return saved;
  }
}

function operationOf({ prior, planned }: Change): Exclude<Operation, "read"> {
  if (planned === null) return "delete";
  return prior === null ? "create" : "update";
}
