import { DiagnosticError } from "../diagnostics";
import { decodeStateJson, toDynamicValue } from "../protocol";
import {
  type RawState,
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
} from "../protocol/generated/tfplugin6";
import { schemaType } from "../schema";
import type { Value } from "../value";
import type { Rpc } from "./rpc";

/** UpgradeResourceState: from a state file's JSON to a value. Core asks on every walk, of equal versions too. */
export const upgradeResourceState: Rpc<UpgradeResourceState_Request, UpgradeResourceState_Response> = {
  name: "UpgradeResourceState",
  request: UpgradeResourceState_Request,
  response: UpgradeResourceState_Response,
  handle({ server, request }) {
    const resource = server.resource(request.typeName);
    refuseOtherVersion(request.typeName, Number(request.version), resource.version ?? 0);
    const type = schemaType(resource.schema);
    return { upgradedState: toDynamicValue(type, decode(type, request.rawState)) };
  },
};

function refuseOtherVersion(typeName: string, found: number, own: number): void {
  if (found === own) return;
  const advice =
    found > own
      ? "It was written by a newer version of the provider: use that version or a newer one."
      : "This version of the provider cannot read it: apply once with the version in between, then upgrade.";
  throw new DiagnosticError(
    "State of another schema version",
    `The state of this ${typeName} has schema version ${found}, the provider has version ${own}. ${advice}`,
  );
}

function decode(type: ReturnType<typeof schemaType>, raw: RawState | undefined): Value {
  if (raw === undefined || raw.json.length === 0) {
    throw new DiagnosticError(
      "State in an unknown form",
      "The state of this resource is in the form of Terraform 0.11 or older. Import the object anew.",
    );
  }
  try {
    return decodeStateJson(type, raw.json);
  } catch (cause) {
    throw new DiagnosticError(
      "State that does not fit the schema",
      `${(cause as Error).message}. Was the state file edited by hand? Remove the resource from the state and import it anew.`,
      undefined,
      { cause },
    );
  }
}
