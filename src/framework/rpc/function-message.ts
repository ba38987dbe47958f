import type { Parameter, ProviderFunction } from "../define/function";
import { type Function_Parameter, type FunctionMessage, StringKind } from "../protocol/generated/tfplugin6";
import { type Type, typeToJson } from "../value";

/** Makes the protocol messages of functions, by name. */
export function functionMessages(
  functions: ReadonlyMap<string, ProviderFunction>,
): Record<string, FunctionMessage> {
  return Object.fromEntries([...functions].map(([name, definition]) => [name, toMessage(definition)]));
}

function toMessage({ parameters, variadic, ...definition }: ProviderFunction): FunctionMessage {
  return {
    parameters: Object.entries(parameters).map(([name, one]) => toParameter(name, one)),
    variadicParameter: variadic && toParameter(variadic.name, variadic.parameter),
    return: { type: toBytes(definition.returns) },
    summary: definition.summary,
    description: definition.description,
    descriptionKind: StringKind.MARKDOWN,
    deprecationMessage: definition.deprecated ?? "",
  };
}

function toParameter(name: string, { type, nullable, unknown, description }: Parameter): Function_Parameter {
  return {
    name,
    type: toBytes(type),
    allowNullValue: nullable,
    allowUnknownValues: unknown,
    description,
    descriptionKind: StringKind.MARKDOWN,
  };
}

function toBytes(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(typeToJson(type)));
}
