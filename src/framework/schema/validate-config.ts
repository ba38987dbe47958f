import type { Diagnostics } from "../diagnostics";
import {
  formatPath,
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  type Path,
  type Value,
} from "../value";
import type { Attribute, NestedAttribute, Schema, Validator } from "./attribute";
import { nestedObjects } from "./nested";

/** What the host can do. */
export interface ConfigRules {
  /** Whether write-only values are allowed (Terraform and OpenTofu from 1.11 on). */
  readonly writeOnlyAllowed: boolean;
}

/** Runs the schema's own checks over a configuration. Unknown values pass: they are checked once they are known. */
export function validateConfig(
  schema: Schema,
  config: ObjectValue,
  rules: ConfigRules,
  diagnostics: Diagnostics,
  path: Path = [],
): void {
  for (const [name, attribute] of Object.entries(schema)) {
    const value = config[name] ?? null;
    if (value === null || isUnknown(value)) continue;
    const here = [...path, { attribute: name }];
    if (attribute.writeOnly && !rules.writeOnlyAllowed) refuseWriteOnly(here, diagnostics);
    if (refuseNullElements(attribute, value, here, diagnostics)) continue;
    runValidators(attribute, value, here, diagnostics);
    if (attribute.kind === "nested") {
      for (const [step, object] of objectsOf(attribute, value)) {
        validateConfig(attribute.attributes, object, rules, diagnostics, [...here, ...step]);
      }
    }
  }
}

function runValidators(attribute: Attribute, value: Value, path: Path, diagnostics: Diagnostics): void {
  for (const validate of attribute.validate as readonly Validator<unknown>[]) {
    const problem = validate(value);
    if (problem === undefined) continue;
    diagnostics.error(`Invalid value for ${formatPath(path)}`, `The value ${problem}`, path);
    return;
  }
}

function refuseWriteOnly(path: Path, diagnostics: Diagnostics): void {
  diagnostics.error(
    "Write-only attributes need a newer Terraform",
    `${formatPath(path)} is write-only: it would end up in the state with this version. Use Terraform or OpenTofu 1.11 or newer, or leave it out.`,
    path,
  );
}

/** Elements that are null reach no author: nobody expects them, and no API of a list has them. */
function refuseNullElements(
  attribute: Attribute,
  value: Value,
  path: Path,
  diagnostics: Diagnostics,
): boolean {
  if (attribute.kind === "typed" && (attribute.type.kind === "dynamic" || attribute.type.kind === "tuple"))
    return false;
  const elements: Iterable<readonly [Path[number], Value]> = Array.isArray(value)
    ? (value as readonly Value[]).map((item, index) => [{ index }, item] as const)
    : isMap(value)
      ? [...value].map(([key, item]) => [{ key }, item] as const)
      : [];
  for (const [step, item] of elements) {
    if (item !== null) continue;
    diagnostics.error(
      `Null in ${formatPath(path)}`,
      `The element ${formatPath([...path, step])} is null. Leave it out, or give it a value.`,
      path,
    );
    return true;
  }
  return false;
}

/** Nested objects with their paths; elements of a set cannot be addressed, so their path ends at the set. */
function objectsOf(attribute: NestedAttribute, value: Value): readonly (readonly [Path, ObjectValue])[] {
  if (attribute.nesting !== "set") {
    return nestedObjects(attribute, value).map(({ path, object }) => [path, object] as const);
  }
  return (value as readonly Value[]).flatMap((item) => (isPlainObject(item) ? [[[], item] as const] : []));
}
