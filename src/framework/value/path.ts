/** One step into a value: an attribute's name, a map's key, a list's index. */
export type PathStep = AttributeStep | { readonly key: string } | { readonly index: number };

/** A step to an attribute. */
export interface AttributeStep {
  readonly attribute: string;
  /** Whether the attribute is written as blocks, if that was known when the step was made. */
  readonly block?: boolean;
}

/** Location of a part in a value, from the root. */
export type Path = readonly PathStep[];

/** The path of an attribute, e.g. `at("timeouts", "create")`; numbers are list indexes. */
export function at(...steps: readonly (string | number)[]): Path {
  return steps.map((step) => (typeof step === "number" ? { index: step } : { attribute: step }));
}

/**
 * The path of a block, by its place in a list or its label, e.g. `[...inBlock("rule", 1), ...at("name")]`. Beyond
 * blocks a path is shown to its end; beyond an attribute Terraform knows no lines.
 */
export function inBlock(name: string, element?: number | string): Path {
  const step = { attribute: name, block: true };
  if (element === undefined) return [step];
  return [step, typeof element === "number" ? { index: element } : { key: element }];
}

/** A path in Terraform's own notation: `channels["a"].tags[0]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if ("attribute" in step) text += text === "" ? step.attribute : `.${step.attribute}`;
    else text += "key" in step ? `[${JSON.stringify(step.key)}]` : `[${step.index}]`;
  }
  return text;
}
