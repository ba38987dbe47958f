import type { Parameter, ProviderFunction } from "../define/function";
import { DiagnosticError } from "../diagnostics";
import { fromDynamicValue } from "../protocol";
import type { DynamicValue } from "../protocol/generated/tfplugin6";
import { titles } from "../titles";
import { children, Dynamic, formatPath, isUnknown, type Path, type Type, type Value } from "../value";

/** One argument of a call, with the definition of its parameter. */
export interface Argument {
  readonly parameter: Parameter;
  readonly value: Value;
}

/**
 * Reads the arguments of a call.
 * @throws DiagnosticError when their number is wrong, or at the position of a null that the function does not accept
 */
export function readArguments(
  { name, parameters, variadic }: ProviderFunction,
  wires: readonly DynamicValue[],
): readonly Argument[] {
  const named = Object.entries(parameters);
  if (wires.length < named.length || (wires.length > named.length && variadic === undefined)) {
    throw new DiagnosticError(
      titles.argumentCount,
      `The function ${name} takes ${named.length}, it was called with ${wires.length}.`,
    );
  }
  return wires.map((wire, index) => {
    const [own, parameter] = named[index] ?? [variadic?.name, variadic?.parameter];
    return readArgument(own as string, parameter as Parameter, wire, index);
  });
}

function readArgument(name: string, parameter: Parameter, wire: DynamicValue, index: number): Argument {
  const value = fromDynamicValue(parameter.type, wire);
  if (parameter.nullable && isNull(value)) return { parameter, value: null };
  const found = findNull(parameter.type, value, [{ attribute: name }]);
  if (found !== undefined) {
    throw new DiagnosticError(titles.nullArgument, `${formatPath(found)} must not be null.`, [{ index }]);
  }
  return { parameter, value };
}

function isNull(value: Value): boolean {
  return value === null || (value instanceof Dynamic && value.value === null);
}

/**
 * Finds a null that the author's types exclude: the value itself, or an element of a list, set or map. Attributes of
 * objects and elements of tuples may be null.
 */
function findNull(type: Type, value: Value, path: Path): Path | undefined {
  if (isNull(value)) return path;
  if (isUnknown(value)) return undefined;
  const mayBeNull = type.kind === "object" || type.kind === "tuple";
  for (const [step, inner, part = null] of children(type, value)) {
    if (part === null && mayBeNull) continue;
    const found = findNull(inner, part, step === null ? path : [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}
