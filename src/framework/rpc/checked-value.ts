import { DiagnosticError } from "../diagnostics";
import { fromDynamicValue, toDynamicValue } from "../protocol";
import type { DynamicValue } from "../protocol/generated/tfplugin6";
import { findUnknown, type Schema, schemaType } from "../schema";
import {
  findMisfit,
  formatPath,
  isPlainObject,
  type Misfit,
  type ObjectValue,
  type Path,
  type Value,
} from "../value";

const BUG = "This is a bug in the provider: please report it.";

/** Reads an object of a schema that core sent; null where it sent none. */
export function readObject(schema: Schema, wire: DynamicValue | undefined): ObjectValue | null {
  const value = fromDynamicValue(schemaType(schema), wire);
  return isPlainObject(value) ? value : null;
}

/**
 * Reads an object that core always sends.
 * @throws TypeError when it is not there.
 */
export function readGivenObject(schema: Schema, wire: DynamicValue | undefined): ObjectValue {
  const object = readObject(schema, wire);
  if (object === null) throw new TypeError("Terraform sent null where an object was expected.");
  return object;
}

/** Writes an object of a schema; null too. The object has to fit. */
export function writeObject(schema: Schema, object: ObjectValue | null): DynamicValue {
  return toDynamicValue(schemaType(schema), object);
}

/**
 * Makes sure that what an author returned fits the schema: core would say so too, but without naming an attribute.
 * @throws DiagnosticError that names it.
 */
export function fitting(schema: Schema, value: unknown, what: string): ObjectValue {
  const misfit = isPlainObject(value)
    ? findMisfit(schemaType(schema), value)
    : { path: [], problem: "must be an object" };
  if (misfit !== undefined) throw bugAt(misfit, what);
  return value as ObjectValue;
}

/**
 * The same for a result, in which nothing may be unknown.
 * @throws DiagnosticError that names the attribute.
 */
export function fittingAndKnown(schema: Schema, value: unknown, what: string): ObjectValue {
  const object = fitting(schema, value, what);
  const unknown = findUnknown(schemaType(schema), object);
  if (unknown !== undefined) throw bugAt({ path: unknown, problem: "is still unknown" }, what);
  return object;
}

/** The error for a value that breaks a rule of core. Says which attribute, never its value: it may be secret. */
export function bugAt({ path, problem }: Misfit, what: string): DiagnosticError {
  const attribute = path.find((step) => "attribute" in step);
  const place = path.length === 0 ? "The object" : formatPath(path);
  return new DiagnosticError(
    `The provider made an invalid ${what}`,
    `${place} ${problem}. ${BUG}`,
    attribute === undefined ? undefined : (addressable(path) as Path),
  );
}

/** Core can address attributes, keys and indexes; an index into a set would mislead it, so the path ends at the first. */
function addressable(path: Path): Path {
  const end = path.findIndex((step) => "index" in step);
  return end === -1 ? path : path.slice(0, end);
}

/** A value with its unknown parts as null: what is kept of a plan when an operation fails half-way. */
export function withoutUnknown(object: ObjectValue, schema: Schema): ObjectValue {
  const known: Record<string, Value> = Object.create(null);
  for (const name of Object.keys(schema)) {
    const value = object[name] ?? null;
    const type = schemaType({ [name]: schema[name] as Schema[string] });
    known[name] = findUnknown(type, { [name]: value }) === undefined ? value : null;
  }
  return known;
}
