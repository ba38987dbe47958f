import { DiagnosticError } from "../diagnostics";
import { fromDynamicValue, toDynamicValue } from "../protocol";
import type { DynamicValue } from "../protocol/generated/tfplugin6";
import { findNullBlock, findUnknown, type Schema, schemaType, withBlocks, withoutWriteOnly } from "../schema";
import { titles } from "../titles";
import { findMisfit, formatPath, isPlainObject, type Misfit, type ObjectValue, objectValue } from "../value";
import type { CallContext } from "./call";

const BUG = "This is a bug in the provider: please report it.";

type Reading = Pick<CallContext, "sensitive">;
type ReadingConfig = Pick<CallContext, "sensitive" | "source">;

/** Reads an object of a schema that core sent; null where it sent none. */
export function readObject(
  { sensitive }: Reading,
  schema: Schema,
  wire: DynamicValue | undefined,
): ObjectValue | null {
  const value = fromDynamicValue(schemaType(schema), wire);
  if (!isPlainObject(value)) return null;
  sensitive.note(schema, value);
  return value;
}

/**
 * Reads an object that core always sends.
 * @throws TypeError when it is not there.
 */
export function readGivenObject(call: Reading, schema: Schema, wire: DynamicValue | undefined): ObjectValue {
  return given(readObject(call, schema, wire));
}

function given(object: ObjectValue | null): ObjectValue {
  if (object === null) throw new TypeError("Terraform sent null where an object was expected.");
  return object;
}

/** Reads the configuration that core sent, null where it sent none, and lets diagnostics point into it. */
export function readConfig(
  call: ReadingConfig,
  schema: Schema,
  wire: DynamicValue | undefined,
): ObjectValue | null {
  call.source.config = readObject(call, schema, wire);
  return call.source.config;
}

/**
 * Reads a configuration that core always sends.
 * @throws TypeError when it is not there.
 */
export function readGivenConfig(
  call: ReadingConfig,
  schema: Schema,
  wire: DynamicValue | undefined,
): ObjectValue {
  return given(readConfig(call, schema, wire));
}

/** Writes an object of a schema; null too. The object has to fit. */
export function writeObject(schema: Schema, object: ObjectValue | null): DynamicValue {
  return toDynamicValue(schemaType(schema), object);
}

/**
 * Makes sure that what an author returned fits the schema: core would say so too, but without naming an attribute.
 * Write-only values are taken out: an author who returns the configuration shall not write a secret into the state.
 * Null in place of blocks within a set's block becomes what stands for none.
 * @throws DiagnosticError that names the attribute.
 */
export function fitting(schema: Schema, value: unknown, what: string): ObjectValue {
  const misfit = isPlainObject(value)
    ? (findMisfit(schemaType(schema), value) ?? findNullBlock(schema, value))
    : { path: [], problem: value == null ? "was not returned" : "must be an object" };
  if (misfit !== undefined) throw bugAt(misfit, what);
  return withBlocks(schema, withoutWriteOnly(schema, value as ObjectValue));
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

/** What an author told of an object, with null for what was left out: an import knows a few attributes, as a list does. */
export function withNulls<T>(schema: Schema, told: T): T | ObjectValue {
  if (!isPlainObject(told)) return told;
  const names = new Set([...Object.keys(schema), ...Object.keys(told)]);
  return withBlocks(schema, objectValue([...names].map((name) => [name, told[name] ?? null])));
}

/** The error for a value that breaks a rule of core. Says which attribute, never its value: it may be secret. */
export function bugAt({ path, problem }: Misfit, what: string): DiagnosticError {
  const place = path.length === 0 ? "The object" : formatPath(path);
  return new DiagnosticError(titles.invalidReturn(what), `${place} ${problem}. ${BUG}`, path);
}
