import type { IdentityUpgrade } from "../define/identity";
import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { decodeStateJson } from "../protocol";
import {
  UpgradeResourceIdentity_Request,
  UpgradeResourceIdentity_Response,
} from "../protocol/generated/tfplugin6";
import { titles } from "../titles";
import { findMisfit, isPlainObject, isWhollyKnown, type ObjectValue, type Type } from "../value";
import { bugAt } from "./checked-value";
import { identityType, writeIdentity } from "./identity";
import type { Rpc } from "./rpc";

/**
 * UpgradeResourceIdentity: turns an identity of an older version into one of the current version. Terraform sends it
 * even for objects without an identity in the state. Those get their identity from the Read that follows.
 */
export const upgradeResourceIdentity: Rpc<UpgradeResourceIdentity_Request, UpgradeResourceIdentity_Response> =
  {
    name: "UpgradeResourceIdentity",
    request: UpgradeResourceIdentity_Request,
    response: UpgradeResourceIdentity_Response,
    handle({ server, request }) {
      const resource = server.resource(request.typeName);
      const type = identityType(resource);
      const json = request.rawIdentity?.json ?? new Uint8Array();
      if (type === null || json.length === 0) return { upgradedIdentity: undefined };
      const version = Number(request.version);
      const identity =
        version === (resource.identityVersion ?? 0)
          ? decode(type, json)
          : upgrade(type, upgradeOf(resource, version, request.typeName), json);
      return { upgradedIdentity: writeIdentity(resource, identity) };
    },
  };

function upgrade(type: Type, way: IdentityUpgrade, json: Uint8Array): ObjectValue {
  const before = decode({ kind: "object", attributes: way.attributes }, json);
  const upgraded: unknown = way.upgrade(before as never);
  if (!isPlainObject(upgraded)) throw bugAt({ path: [], problem: "must be an object" }, "upgraded identity");
  const misfit = findMisfit(type, upgraded);
  if (misfit !== undefined) throw bugAt(misfit, "upgraded identity");
  if (!isWhollyKnown(upgraded)) throw bugAt({ path: [], problem: "is still unknown" }, "upgraded identity");
  return upgraded;
}

function upgradeOf(
  { identityVersion = 0, identityUpgrades }: Resource<never>,
  found: number,
  typeName: string,
) {
  const way = identityUpgrades?.[found];
  if (way !== undefined && found < identityVersion) return way;
  throw new DiagnosticError(
    titles.identityVersion,
    `The identity of this ${typeName} has version ${found}, the provider has version ${identityVersion} and knows no way between them. Use the version of the provider that wrote it, or a newer one.`,
  );
}

function decode(type: Type, json: Uint8Array): ObjectValue | null {
  try {
    const identity = decodeStateJson(type, json);
    return isPlainObject(identity) ? identity : null;
  } catch (cause) {
    throw new DiagnosticError(
      titles.identityMisfit,
      `${(cause as Error).message}. Was the state file edited by hand? Remove the resource from the state (terraform state rm), then import it anew.`,
      undefined,
      { cause },
    );
  }
}
