import type { EphemeralResource } from "../define/ephemeral-resource";
import { PrivateState } from "../define/private-state";
import { DiagnosticError } from "../diagnostics";
import {
  RenewEphemeralResource_Request,
  RenewEphemeralResource_Response,
} from "../protocol/generated/tfplugin6";
import { titles } from "../titles";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** RenewEphemeralResource: extends the lifetime of an open object. Core sends it only if a renewal time was given. */
export const renewEphemeralResource: Rpc<RenewEphemeralResource_Request, RenewEphemeralResource_Response> = {
  name: "RenewEphemeralResource",
  request: RenewEphemeralResource_Request,
  response: RenewEphemeralResource_Response,
  async handle(call) {
    const { server, request } = call;
    const resource = server.ephemeralResource(request.typeName);
    const renew = resource.renew?.bind(resource);
    if (renew === undefined) {
      throw new DiagnosticError(
        titles.renewalUnsupported,
        `Nothing of type ${request.typeName} is ever renewed.`,
      );
    }
    const privateState = new PrivateState(request.private);
    const renewal = renewalOf(resource);
    await runOperation(call, { operation: "renew", schema: resource.schema, object: {} }, (context) =>
      renew({ ...context, renewAt: renewal.ask, private: privateState }),
    );
    return { renewAt: renewal.time(), private: privateState.bytes };
  },
  failed: ({ private: bytes }) => ({ renewAt: undefined, private: bytes }),
};

/** The renewal time that an operation requests. */
export interface Renewal {
  /** Requests a renewal: the operation's `renewAt`. */
  readonly ask: (time: Date) => void;
  /** The time that was requested last; undefined if none was. */
  readonly time: () => Date | undefined;
}

/** Records the renewal time that an operation of this resource requests. */
export function renewalOf({ type, renew }: EphemeralResource<never>): Renewal {
  let wanted: Date | undefined;
  return {
    ask(time) {
      if (renew === undefined) throw impossible(`${type} asks for one and cannot be renewed`);
      if (Number.isNaN(time.getTime())) throw impossible(`${type} asks for one at no valid time`);
      wanted = time;
    },
    time: () => wanted,
  };
}

function impossible(what: string): DiagnosticError {
  return new DiagnosticError(
    titles.invalidReturn("renewal"),
    `${what}. This is a bug in the provider: please report it.`,
  );
}
