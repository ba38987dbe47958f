import { DiagnosticError } from "../diagnostics";
import { fromDynamicValue, toDynamicValue } from "../protocol";
import type { DynamicValue } from "../protocol/generated/tfplugin6";
import { findNullBlock, findUnknown, type Schema, schemaType, withBlocks, withoutWriteOnly } from "../schema";
import { titles } from "../titles";
import {
  findMisfit,
  formatPath,
  freeze,
  isPlainObject,
  kindOf,
  type Misfit,
  type ObjectValue,
  objectValue,
} from "../value";
import type { CallContext } from "./call";

/** The last sentence of an error that only the provider's author can mend. */
export const BUG = "This is a bug in the provider: please report it.";
const EXPECTED = (by: string) =>
  `The function ${by} of the provider has to return an object with the attributes of the schema.`;

type Reading = Pick<CallContext, "sensitive" | "server">;
type ReadingConfig = Pick<CallContext, "sensitive" | "server" | "source">;

/** Reads an object that core sent. Null if core sent none. */
export function readObject(
  { sensitive, server }: Reading,
  schema: Schema,
  wire: DynamicValue | undefined,
): ObjectValue | null {
  const value = fromDynamicValue(schemaType(schema), wire);
  if (!isPlainObject(value)) return null;
  sensitive.note(schema, value);
  return server.freezes ? freeze(value) : value;
}

/**
 * Reads an object that core always sends.
 * @throws TypeError when it is missing.
 */
export function readGivenObject(call: Reading, schema: Schema, wire: DynamicValue | undefined): ObjectValue {
  return given(readObject(call, schema, wire));
}

function given(object: ObjectValue | null): ObjectValue {
  if (object === null) throw new TypeError("Terraform sent null where an object was expected.");
  return object;
}

/** Reads the configuration that core sent, and keeps it for the paths of diagnostics. Null if core sent none. */
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
 * @throws TypeError when it is missing.
 */
export function readGivenConfig(
  call: ReadingConfig,
  schema: Schema,
  wire: DynamicValue | undefined,
): ObjectValue {
  return given(readConfig(call, schema, wire));
}

/** Encodes an object, or null. The object must fit the schema. */
export function writeObject(schema: Schema, object: ObjectValue | null): DynamicValue {
  return toDynamicValue(schemaType(schema), object);
}

/**
 * Checks that what an author returned fits the schema. Core checks it too, but names no attribute.
 * Removes write-only values: an author who returns the configuration must not write a secret into the state.
 * Replaces null for blocks within a block of a set by the value that means no blocks.
 * @param by the author's function that returned it
 * @throws DiagnosticError that names the attribute and the function.
 */
export function fitting(schema: Schema, value: unknown, what: string, by: string): ObjectValue {
  const misfit = isPlainObject(value)
    ? (findMisfit(schemaType(schema), value) ?? findNullBlock(schema, value))
    : { path: [], problem: value == null ? "was not returned" : `must be an object, is ${kindOf(value)}` };
  if (misfit !== undefined) throw bugAt(misfit, what, by);
  return withBlocks(schema, withoutWriteOnly(schema, value as ObjectValue));
}

/**
 * Like `fitting`, for a result, in which no value may be unknown.
 * @throws DiagnosticError that names the attribute.
 */
export function fittingAndKnown(schema: Schema, value: unknown, what: string, by: string): ObjectValue {
  const object = fitting(schema, value, what, by);
  const unknown = findUnknown(schemaType(schema), object);
  if (unknown !== undefined) throw bugAt({ path: unknown, problem: "is still unknown" }, what, by);
  return object;
}

/** Adds null for each attribute that an author omitted: an import or a list knows only some attributes. */
export function withNulls<T>(schema: Schema, told: T): T | ObjectValue {
  if (!isPlainObject(told)) return told;
  const names = new Set([...Object.keys(schema), ...Object.keys(told)]);
  return withBlocks(schema, objectValue([...names].map((name) => [name, told[name] ?? null])));
}

/** Makes the error for a value that breaks a rule of core. It names the attribute, never the value: that may be secret. */
export function bugAt({ path, problem }: Misfit, what: string, by?: string): DiagnosticError {
  const place = path.length === 0 ? "The object" : formatPath(path);
  const source = by === undefined ? "" : ` The function ${by} of the provider returned it.`;
  const text = path.length === 0 && by !== undefined ? ` ${EXPECTED(by)}` : source;
  return new DiagnosticError(titles.invalidReturn(what), `${place} ${problem}.${text} ${BUG}`, path);
}
