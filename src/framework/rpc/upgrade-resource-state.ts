import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { decodeStateJson } from "../protocol";
import {
  type RawState,
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
} from "../protocol/generated/tfplugin6";
import { type Schema, schemaType, withBlocks } from "../schema";
import { titles } from "../titles";
import { isPlainObject, type ObjectValue } from "../value";
import type { Call } from "./call";
import { fittingAndKnown, withNulls, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";

/** UpgradeResourceState: decodes a state file's JSON. Core sends it in every graph walk, for current versions too. */
export const upgradeResourceState: Rpc<UpgradeResourceState_Request, UpgradeResourceState_Response> = {
  name: "UpgradeResourceState",
  request: UpgradeResourceState_Request,
  response: UpgradeResourceState_Response,
  async handle(call) {
    const { typeName, version, rawState } = call.request;
    const resource = call.server.resource(typeName);
    const stored = { typeName, version: Number(version), rawState };
    return { upgradedState: writeObject(resource.schema, await presentState(call, resource, stored)) };
  },
};

/** A state as it is stored. */
export interface StoredState {
  readonly typeName: string;
  /** The version of the schema with which the state was written. */
  readonly version: number;
  readonly rawState: RawState | undefined;
}

type Reading = Pick<Call<unknown>, "sensitive">;

/** Decodes a stored state, and upgrades it to the resource's current version. */
export async function presentState(
  call: Reading,
  resource: Resource<never>,
  { typeName, version, rawState }: StoredState,
): Promise<ObjectValue | null> {
  const { schema } = resource;
  if (version === (resource.version ?? 0)) return decodeState(call, schema, rawState);
  const way = upgradeOf(resource, version, typeName);
  const state = fittingAndKnown(
    schema,
    withNulls(schema, await way.upgrade(decodeState(call, way.schema, rawState) as never)),
    "upgraded state",
    "upgrade",
  );
  call.sensitive.note(schema, state);
  return state;
}

function upgradeOf({ version = 0, upgrades }: Resource<never>, found: number, typeName: string) {
  const way = upgrades?.[found];
  if (way !== undefined && found < version) return way;
  const advice =
    found > version
      ? "It was written by a newer version of the provider: use that version or a newer one."
      : "This version of the provider cannot read it: apply once with the version in between, then upgrade.";
  throw new DiagnosticError(
    titles.stateVersion,
    `The state of this ${typeName} has schema version ${found}, the provider has version ${version}. ${advice}`,
  );
}

/** Decodes a stored state as an object of a schema. @throws DiagnosticError when it does not fit */
export function decodeState(call: Reading, schema: Schema, raw: RawState | undefined): ObjectValue | null {
  const state = read(schema, raw);
  if (!isPlainObject(state)) return null;
  call.sensitive.note(schema, state);
  return withBlocks(schema, state);
}

function read(schema: Schema, raw: RawState | undefined) {
  if (raw === undefined || raw.json.length === 0) {
    throw new DiagnosticError(
      titles.stateForm,
      "The state of this resource is in the form of Terraform 0.11 or older. Import the object anew.",
    );
  }
  try {
    return decodeStateJson(schemaType(schema), raw.json);
  } catch (cause) {
    throw new DiagnosticError(
      titles.stateMisfit,
      `${(cause as Error).message}. If the state file was edited by hand, remove the resource from the state (terraform state rm), then import it or create it anew. If not, the provider's schema has changed without a new version, which is a bug in the provider: please report it.`,
      undefined,
      { cause },
    );
  }
}
