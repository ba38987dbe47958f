import type { Resource, StateMove } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { MoveResourceState_Request, MoveResourceState_Response } from "../protocol/generated/tfplugin6";
import { titles } from "../titles";
import type { ObjectValue } from "../value";
import type { Call } from "./call";
import { fittingAndKnown, withNulls, writeObject } from "./checked-value";
import { identityOf, writeIdentity } from "./identity";
import type { Rpc } from "./rpc";
import { decodeState, presentState } from "./upgrade-resource-state";

/**
 * MoveResourceState: turns a state of another type, or of the same type under another address of this provider, into a
 * state of the target type. Terraform sends it before the provider is configured.
 */
export const moveResourceState: Rpc<MoveResourceState_Request, MoveResourceState_Response> = {
  name: "MoveResourceState",
  request: MoveResourceState_Request,
  response: MoveResourceState_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.resource(request.targetTypeName);
    const isOwn = ownAddress(request.sourceProviderAddress) === server.provider.address;
    const state =
      isOwn && request.sourceTypeName === request.targetTypeName
        ? await presentState(call, resource, {
            typeName: request.sourceTypeName,
            version: Number(request.sourceSchemaVersion),
            rawState: request.sourceState,
          })
        : await moveFromOther(call, resource);
    return {
      targetState: writeObject(resource.schema, state),
      // The private state of another provider has no meaning for this one.
      targetPrivate: isOwn ? request.sourcePrivate : new Uint8Array(),
      targetIdentity: writeIdentity(resource, identityOf(resource, state)),
    };
  },
};

type MoveCall = Call<MoveResourceState_Request>;

async function moveFromOther(call: MoveCall, resource: Resource<never>): Promise<ObjectValue> {
  const way = findMove(call, resource);
  const source = decodeState(call, way.schema, call.request.sourceState);
  const state = fittingAndKnown(
    resource.schema,
    withNulls(resource.schema, await way.move(source as never)),
    "moved state",
    "move",
  );
  call.sensitive.note(resource.schema, state);
  return state;
}

function findMove({ server, request }: MoveCall, { movedFrom = [] }: Resource<never>): StateMove<unknown> {
  const address = ownAddress(request.sourceProviderAddress);
  const way = movedFrom.find(
    ({ type, provider = server.provider.address }) => type === request.sourceTypeName && provider === address,
  );
  if (way !== undefined) return way;
  throw new DiagnosticError(
    titles.moveUnsupported,
    `A ${request.sourceTypeName} of ${request.sourceProviderAddress} (schema version ${request.sourceSchemaVersion}) cannot become a ${request.targetTypeName}. Remove the moved block, take the old object out of the state (removed block with destroy = false) and import it under the new type.`,
  );
}

/** Reduces an address to namespace and name. The host differs between Terraform and OpenTofu. */
function ownAddress(address: string): string {
  return address.split("/").slice(-2).join("/");
}
