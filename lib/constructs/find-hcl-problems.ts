/** A resource, data source or provider as it would be synthesised. */
export interface Synthesised {
  /** Its content as for JSON, with values that only Terraform knows unresolved. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Overrides that were added with `addOverride`. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Names of the attributes that were set without an override. */
  readonly set: readonly string[];
}

/**
 * Settings that both frameworks lose or break in HCL output (`--hcl`, `SYNTH_HCL_OUTPUT`), and write correctly in JSON.
 * Found by tests with both frameworks.
 */
export function findHclProblems({ attributes, overrides, set }: Synthesised): string[] {
  return [
    ...findInLifecycle(attributes["lifecycle"]),
    ...findInOverrides(overrides, set),
    ...findInTexts(attributes),
  ];
}

/** What a stack's own overrides lose in HCL: all but the blocks within `terraform` that have names. */
export function findHclProblemsOfStack(overrides: Readonly<Record<string, unknown>>): string[] {
  const { terraform, ...others } = overrides;
  const inTerraform = Object.keys(isPlain(terraform) ? terraform : {});
  return [
    ...inTerraform.filter((name) => !WRITTEN.has(name)).map((name) => `terraform.${name}`),
    ...Object.keys(others),
  ].map((name) => `the override of ${name} on the stack is lost`);
}

const WRITTEN = new Set(["required_providers", "backend", "cloud"]);

function* findInLifecycle(lifecycle: unknown): Generator<string> {
  if (!isPlain(lifecycle)) return;
  for (const name of ["precondition", "postcondition"]) {
    const conditions = lifecycle[name];
    if (Array.isArray(conditions) && conditions.length > 0)
      yield `lifecycle.${name} is written as an argument, where Terraform wants a block`;
  }
  if (lifecycle["ignore_changes"] === "all")
    yield 'lifecycle.ignore_changes = "all" is written in quotes, where Terraform wants a keyword; name the attributes instead';
}

/** An override of a part is merged into the framework's own description of the attribute, which is thrown away. */
function* findInOverrides(
  overrides: Readonly<Record<string, unknown>>,
  set: readonly string[],
): Generator<string> {
  for (const [name, value] of Object.entries(overrides)) {
    if (isPlain(value) && set.includes(name))
      yield `the override of ${name}.${Object.keys(value).join(`, ${name}.`)} is lost`;
  }
}

function* findInTexts(value: unknown, at = ""): Generator<string> {
  if (typeof value === "string") {
    if (/[\r\n]/.test(value)) yield `${at} has a line break, and one more is added at its end`;
    else if (value.includes("\\") && !value.includes("${"))
      yield `${at} has a backslash, which is not escaped`;
    else if (at.includes(".") && /^["[{]/.test(value))
      yield `${at} begins with ${value[0]}, and is taken for an expression`;
  }
  const entries = Array.isArray(value) ? value.entries() : isPlain(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries)
    if (key !== "//") yield* findInTexts(inner, at === "" ? String(key) : `${at}.${key}`);
}

/** Whether a value is neither a list nor a value that the framework resolves later. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("resolve" in value);
}
