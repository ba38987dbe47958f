import type { Diagnostics } from "../../diagnostics";
import { titles } from "../../titles";
import {
  entriesOf,
  formatPath,
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  type Path,
  type PathStep,
  type Value,
} from "../../value/index";
import type { Attribute, NestedAttribute, Schema } from "../describe/attribute";
import { isBlock } from "../describe/blocks";
import { configuredValue } from "../describe/configured";
import { nestedObjects } from "../describe/nested";
import { findProblem } from "./find-problem";

/** What the host can do. */
export interface ConfigRules {
  /** Whether write-only values are allowed (Terraform and OpenTofu from 1.11 on). */
  readonly writeOnlyAllowed: boolean;
}

/** Runs the schema's checks on a configuration. Unknown values pass and are checked once they are known. */
export function validateConfig(
  schema: Schema,
  config: ObjectValue,
  rules: ConfigRules,
  diagnostics: Diagnostics,
): void {
  validateObject(schema, config, { rules, diagnostics, path: [], addressable: undefined });
}

interface Place {
  readonly rules: ConfigRules;
  readonly diagnostics: Diagnostics;
  /** Path as messages name it. */
  readonly path: Path;
  /** Number of steps of the path that core can follow: up to the first set; undefined for all steps. */
  readonly addressable: number | undefined;
}

function validateObject(schema: Schema, config: ObjectValue, place: Place): void {
  for (const [name, attribute] of entriesOf(schema)) {
    const value = configuredValue(config, name);
    if (value === null && attribute.presence !== "required") continue;
    const path = [...place.path, isBlock(attribute) ? { attribute: name, block: true } : { attribute: name }];
    if (value !== null && attribute.presence === "computed") refuseReadOnly({ ...place, path });
    else if (value !== null) validateAttribute(attribute, value, { ...place, path });
    else if (!isBlock(attribute)) refuseAbsence({ ...place, path });
  }
}

/** Core checks that a required argument is written, but accepts null. */
function refuseAbsence(place: Place): void {
  const name = formatPath(place.path);
  report(place, titles.missingValue(name), `${name} is required, and null counts as absent. Set a value.`);
}

/** Core accepts a value for an attribute that only the provider sets; planning would drop it without a word. */
function refuseReadOnly(place: Place): void {
  const name = formatPath(place.path);
  report(place, titles.readOnly(name), `${name} is read-only: the provider sets it. Remove the argument.`);
}

function validateAttribute(attribute: Attribute, value: Value, place: Place): void {
  if (attribute.writeOnly && !place.rules.writeOnlyAllowed) refuseWriteOnly(place);
  if (isUnknown(value) || refuseNullElement(attribute, value, place)) return;
  runValidators(attribute, value, place);
  if (attribute.kind === "typed") return;
  if (attribute.nesting === "set") validateSet(attribute.attributes, value as readonly Value[], place);
  else validateNested(attribute, value, place);
}

function runValidators(attribute: Attribute, value: Value, place: Place): void {
  const problem = findProblem(attribute, value);
  if (problem !== undefined)
    report(place, titles.invalidValue(formatPath(place.path)), `The value ${problem}`);
}

function validateNested(attribute: NestedAttribute, value: Value, place: Place): void {
  for (const { path, object } of nestedObjects(attribute, value)) {
    validateObject(attribute.attributes, object, { ...place, path: [...place.path, ...path] });
  }
}

function validateSet(schema: Schema, items: readonly Value[], place: Place): void {
  const addressable = place.addressable ?? place.path.length;
  for (const item of items) {
    if (isPlainObject(item)) validateObject(schema, item, { ...place, addressable });
  }
}

function refuseWriteOnly(place: Place): void {
  report(
    place,
    titles.writeOnlyUnsupported,
    `${formatPath(place.path)} is write-only, and this version would store it in the state. Use Terraform or OpenTofu 1.11 or newer, or remove the argument.`,
  );
}

/** Refuses a null element if the author excluded them. */
function refuseNullElement(attribute: Attribute, value: Value, place: Place): boolean {
  if (attribute.nullElements || (attribute.kind === "typed" && attribute.type.kind === "tuple")) return false;
  const [found] = stepsOf(value).find(([, item]) => item === null) ?? [];
  if (found === undefined) return false;
  const inSet = attribute.kind === "nested" ? attribute.nesting === "set" : attribute.type.kind === "set";
  const element = inSet ? "One of its elements" : `The element ${formatPath([...place.path, found])}`;
  report(place, titles.nullElement(formatPath(place.path)), `${element} is null. Remove it, or set a value.`);
  return true;
}

function stepsOf(value: Value): readonly (readonly [PathStep, Value])[] {
  if (Array.isArray(value)) return (value as readonly Value[]).map((item, index) => [{ index }, item]);
  return isMap(value) ? [...value].map(([key, item]) => [{ key }, item]) : [];
}

function report({ diagnostics, path, addressable }: Place, summary: string, detail: string): void {
  diagnostics.error(summary, detail, path.slice(0, addressable));
}
