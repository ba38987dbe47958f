import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { fromDynamicValue, toDynamicValue } from "../protocol";
import type { ResourceIdentityData } from "../protocol/generated/tfplugin6";
import { type Attribute, attributeType } from "../schema";
import { titles } from "../titles";
import { equal, isPlainObject, isWhollyKnown, type ObjectValue, objectValue, type Type } from "../value";

/** The object type of a resource's identity; null for a resource without one. */
export function identityType(resource: Resource<never>): Type | null {
  let type = known.get(resource);
  if (type === undefined) {
    type = makeType(resource);
    known.set(resource, type);
  }
  return type;
}

const known = new WeakMap<Resource<never>, Type | null>();

function makeType({ identity, schema }: Resource<never>): Type | null {
  if (identity === undefined) return null;
  const names = Object.keys(identity).sort();
  const types = names.map((name) => [name, attributeType(schema[name] as Attribute)] as const);
  return { kind: "object", attributes: Object.fromEntries(types) };
}

/** The identity that core sent. Null if core sent none, or one with only null values. */
export function readIdentity(
  resource: Resource<never>,
  data: ResourceIdentityData | undefined,
): ObjectValue | null {
  const type = identityType(resource);
  const value = type === null ? null : fromDynamicValue(type, data?.identityData);
  return isPlainObject(value) && !isEmpty(value) ? value : null;
}

/** An identity as core sent it, and decoded. */
export interface SentIdentity {
  readonly data: ResourceIdentityData | undefined;
  readonly value: ObjectValue | null;
}

/**
 * Encodes an identity. Without one the message is absent: Terraform fails on a message for a type without identity.
 * An identity with the texts that core sent goes back as it came.
 */
export function writeIdentity(
  resource: Resource<never>,
  identity: ObjectValue | null,
  sent?: SentIdentity,
): ResourceIdentityData | undefined {
  const type = identityType(resource);
  if (type !== null && sent !== undefined && hasSameTexts(sent.value, identity)) return sent.data;
  return type === null || identity === null ? undefined : { identityData: toDynamicValue(type, identity) };
}

/**
 * The identity of an object. Null if a value of it is unknown, or if all are null. OpenTofu refuses an identity with an
 * unknown value, but accepts an absent identity.
 */
export function identityOf(resource: Resource<never>, object: ObjectValue | null): ObjectValue | null {
  const { identity } = resource;
  if (identity === undefined || object === null) return null;
  const found = objectValue(Object.keys(identity).map((name) => [name, object[name] ?? null]));
  return isWhollyKnown(found) && !isEmpty(found) ? found : null;
}

/**
 * Checks that an object has an identity and keeps it. Core checks neither. A value that was null may be filled in.
 * @param before null if no identity was recorded
 * @throws DiagnosticError when an object of a type with identity has none, or when its identity has changed
 */
export function checkIdentity(
  resource: Resource<never>,
  before: ObjectValue | null,
  after: ObjectValue | null,
): void {
  if (resource.identity === undefined) return;
  if (after === null) throw new DiagnosticError(titles.identityMissing, `${ALL_NULL} ${BUG}`);
  const changed = before === null ? undefined : changedPart(resource, before, after);
  if (changed === undefined) return;
  throw new DiagnosticError(
    titles.identityChanged,
    `The identity of an object stays the same as long as the object exists, but its ${changed} is another one now. If it really is another object, remove this one from the state (terraform state rm) and import the other. ${BUG}`,
    changed,
  );
}

const BUG = "If you changed nothing by hand, this is a bug in the provider: please report it.";
const ALL_NULL = "Every attribute that names this object is null, so nothing tells it from others.";

function changedPart(resource: Resource<never>, before: ObjectValue, after: ObjectValue): string | undefined {
  return Object.keys(resource.identity ?? {}).find((name) => {
    const old = before[name] ?? null;
    const type = attributeType(resource.schema[name] as Attribute);
    return old !== null && !equal(type, old, after[name] ?? null);
  });
}

function hasSameTexts(before: ObjectValue | null, after: ObjectValue | null): boolean {
  if (before === null || after === null) return false;
  return Object.keys(after).every((name) => typeof after[name] === "string" && before[name] === after[name]);
}

function isEmpty(identity: ObjectValue): boolean {
  return Object.values(identity).every((part) => part === null);
}
