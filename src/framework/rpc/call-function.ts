import type { ProviderFunction } from "../define/function";
import { type Diagnostic, DiagnosticError } from "../diagnostics";
import { toDynamicValue } from "../protocol";
import {
  CallFunction_Request,
  CallFunction_Response,
  type FunctionError,
} from "../protocol/generated/tfplugin6";
import { findUnknown } from "../schema";
import { titles } from "../titles";
import {
  findMisfit,
  isWhollyKnown,
  type Misfit,
  objectValue,
  type Path,
  UNKNOWN,
  type Value,
} from "../value";
import { BUG, bugAt } from "./checked-value";
import { type Argument, readArguments } from "./function-arguments";
import type { Rpc } from "./rpc";

/** CallFunction: one call in a configuration. Core sends it before the provider is configured. */
export const callFunction: Rpc<CallFunction_Request, CallFunction_Response> = {
  name: "CallFunction",
  request: CallFunction_Request,
  response: CallFunction_Response,
  handle({ server, request }) {
    const definition = server.function(request.name);
    const given = readArguments(definition, request.arguments);
    const result = given.every(isAccepted) ? callWith(definition, given) : UNKNOWN;
    return { result: toDynamicValue(definition.returns, result), error: undefined };
  },
  report: (diagnostics) => ({ error: functionError(diagnostics) }),
};

/** Whether the function accepts the argument. For an unknown one core, too, skips the call; the result is unknown. */
function isAccepted({ parameter, value }: Argument): boolean {
  return parameter.unknown || isWhollyKnown(value);
}

function callWith(definition: ProviderFunction, given: readonly Argument[]): Value {
  const names = Object.keys(definition.parameters);
  const values = given.map(({ value }) => value);
  const byName = objectValue(names.map((name, index) => [name, values[index] ?? null]));
  const rest = values.slice(names.length);
  const result = atArgument(definition, () => definition.call(byName as never, rest as never));
  // A promise is refused; what it rejects with must not count as unhandled.
  Promise.resolve(result).catch(() => {});
  return checkResult(definition, result as Value | undefined, values.every(isWhollyKnown));
}

function checkResult(
  { name, returns }: ProviderFunction,
  result: Value | undefined,
  allKnown: boolean,
): Value {
  const misfit = findMisfit(returns, result);
  if (misfit !== undefined) throw badResult(misfit, name);
  const unknown = allKnown ? findUnknown(returns, result ?? null) : undefined;
  if (unknown !== undefined) throw bugAt({ path: unknown, problem: "is unknown" }, "result");
  return result ?? null;
}

/** A function returns one value, so there may be no attribute that an error could name. */
function badResult({ path, problem }: Misfit, name: string): DiagnosticError {
  if (path.length > 0) return bugAt({ path, problem }, "result", name);
  const returned = problem === "is missing" ? "nothing" : `a value that ${problem}`;
  return new DiagnosticError(
    titles.invalidReturn("result"),
    `The function ${name} returned ${returned}. ${BUG}`,
  );
}

/** Runs an author's function. In an error that names a parameter, the argument's position replaces the name. */
function atArgument(definition: ProviderFunction, run: () => unknown): unknown {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause;
    const { summary, detail, path } = cause.diagnostic;
    throw new DiagnosticError(summary, detail, positionOf(definition, path ?? []), { cause });
  }
}

function positionOf({ parameters, variadic }: ProviderFunction, path: Path): Path {
  const names = Object.keys(parameters);
  const [first, second] = path;
  if (first === undefined || !("attribute" in first)) return path;
  const further = second !== undefined && "index" in second ? second.index : 0;
  const index = first.attribute === variadic?.name ? names.length + further : names.indexOf(first.attribute);
  return index === -1 ? [] : [{ index }];
}

function functionError(diagnostics: readonly Diagnostic[]): FunctionError | undefined {
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error === undefined) return undefined;
  const [step] = error.path ?? [];
  // Terraform appends a full stop to the text.
  const text = `${error.summary}: ${error.detail}`.replace(/\.$/, "");
  return { text, functionArgument: step !== undefined && "index" in step ? BigInt(step.index) : undefined };
}
