import type { Attribute } from "../schema";
import type { Type } from "../value";
import type { Resource } from "./resource";

/** Lists what is wrong with a resource's identity: what core would refuse, and what cannot name an object for good. */
export function checkIdentity({ type, schema, ...definition }: Resource<never>): string[] {
  const { identity, identityVersion = 0, identityUpgrades = {} } = definition;
  if (identity === undefined) return [];
  const place = `resource ${type}: the identity`;
  const names = Object.keys(identity);
  return [
    ...(names.length === 0 ? [`${place} has no attributes`] : []),
    ...(Number.isSafeInteger(identityVersion) && identityVersion >= 0
      ? []
      : [`${place} has a version that is not a number from 0 on`]),
    ...names.flatMap((name) => problemsOf(schema[name]).map((problem) => `${place}: ${name} ${problem}`)),
    ...Object.keys(identityUpgrades)
      .filter((found) => !(Number(found) < identityVersion))
      .map(
        (found) => `${place} upgrades from version ${found}, which is not before its own, ${identityVersion}`,
      ),
  ];
}

function problemsOf(attribute: Attribute | undefined): string[] {
  if (attribute === undefined) return ["is not in the schema"];
  return [
    ...(attribute.kind === "typed" && canName(attribute.type)
      ? []
      : ["is neither a string, a number, a bool nor a list of these"]),
    ...(attribute.sensitive ? ["is sensitive, and an identity is shown"] : []),
    ...(attribute.writeOnly ? ["is write-only, so no state has it"] : []),
  ];
}

function canName(type: Type): boolean {
  if (type.kind === "list") return canName(type.element) && type.element.kind !== "list";
  return type.kind === "string" || type.kind === "number" || type.kind === "bool";
}
