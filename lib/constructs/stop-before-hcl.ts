import { App, TerraformElement, type TerraformStack } from "./cdk";
import { findHclProblems, findHclProblemsOfStack } from "./find-hcl-problems";

/** What the frameworks keep to themselves: read here, and only to see what HCL output would lose. */
interface Inside {
  readonly rawOverrides?: Record<string, unknown>;
  synthesizeHclAttributes?(): Record<string, unknown>;
}

/**
 * Ends the synthesis where something of an element cannot be put into HCL.
 * @throws with the element's path and all that would be lost
 */
export function stopBeforeHcl(element: TerraformElement): void {
  stop(problemsOfElement(element));
}

/**
 * Ends the synthesis where something of this provider's in a stack cannot be put into HCL.
 * @throws with everything that would be lost, and where
 */
export function stopStackBeforeHcl(stack: TerraformStack): void {
  const own = findHclProblemsOfStack((stack as unknown as Inside).rawOverrides ?? {});
  const elements = stack.node.findAll().filter((node) => TerraformElement.isTerraformElement(node));
  stop([...own.map((problem) => `[${stack.node.path}] ${problem}`), ...elements.flatMap(problemsOfElement)]);
}

/**
 * What is wrong with how HCL output was asked for, or undefined. Only the variable switches the content over;
 * `hclOutput` of the app, and a variable of "1", make a file whose name belies what is in it.
 */
export function findOutputProblem(element: TerraformElement): string | undefined {
  const variable = process.env["SYNTH_HCL_OUTPUT"];
  const app = element.node.root;
  if (!App.isApp(app) || app.hclOutput === (variable === "true" || variable === "1")) return undefined;
  return "HCL output is asked for in a way that makes files of the wrong kind. Leave hclOutput of the app out, and set SYNTH_HCL_OUTPUT=true (or pass --hcl to the command line tool).";
}

function problemsOfElement(element: TerraformElement): string[] {
  const attributes = ownAttributes(element.toTerraform());
  if (attributes === undefined) return [];
  const inside = element as unknown as Inside;
  const set = Object.keys(inside.synthesizeHclAttributes?.() ?? {});
  const problems = findHclProblems({ attributes, overrides: inside.rawOverrides ?? {}, set });
  return problems.map((problem) => `[${element.node.path}] ${problem}`);
}

/** The attributes of something of this provider's, out of `{ resource: { type: { name: attributes } } }`. */
function ownAttributes(json: Fragment): Record<string, unknown> | undefined {
  const [provider] = json.provider?.["dialog360"] ?? [];
  if (provider !== undefined) return provider;
  for (const [type, byName] of Object.entries({ ...json.resource, ...json.data })) {
    if (type.startsWith("dialog360_")) return Object.values(byName)[0];
  }
  return undefined;
}

interface Fragment {
  readonly provider?: Record<string, Record<string, unknown>[]>;
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
}

function stop(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    `The framework cannot put this into HCL; use its JSON output, which Terraform reads as well:\n  ${problems.join("\n  ")}`,
  );
}
