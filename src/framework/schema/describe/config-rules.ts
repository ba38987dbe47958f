import type { Diagnostics } from "../../diagnostics";
import { titles } from "../../titles";
import { isUnknown } from "../../value/index";

/** A rule about several attributes, for `validate`: `validate: conflictsWith("image", "source")`. */
export type ConfigRule = (context: { readonly config: object; readonly diagnostics: Diagnostics }) => void;

interface Found {
  /** Names with a value. */
  readonly set: readonly string[];
  /** Names whose value is not known yet, so that it may be null. */
  readonly open: readonly string[];
}

/** At most one of these attributes may be set. */
export function conflictsWith(...names: readonly string[]): ConfigRule {
  return ({ config, diagnostics }) => {
    const { set } = look(config, names);
    const [first, second] = set;
    if (first === undefined || second === undefined) return;
    diagnostics.error(
      titles.conflictingAttributes,
      `${second} cannot be set together with ${first}. Remove one of them.`,
      second,
    );
  };
}

/** At least one of these attributes has to be set. */
export function atLeastOneOf(...names: readonly string[]): ConfigRule {
  return ({ config, diagnostics }) => {
    const { set, open } = look(config, names);
    if (set.length > 0 || open.length > 0) return;
    diagnostics.error(titles.missingAttribute, `Set at least one of ${names.join(", ")}.`);
  };
}

/** Exactly one of these attributes has to be set. */
export function exactlyOneOf(...names: readonly string[]): ConfigRule {
  const rules = [conflictsWith(...names), atLeastOneOf(...names)];
  return (context) => {
    for (const rule of rules) rule(context);
  };
}

/** If the first attribute is set, each of the others has to be set too. */
export function alsoRequires(name: string, ...others: readonly string[]): ConfigRule {
  return ({ config, diagnostics }) => {
    if (look(config, [name]).set.length === 0) return;
    const { set, open } = look(config, others);
    const missing = others.filter((other) => !set.includes(other) && !open.includes(other));
    if (missing.length === 0) return;
    diagnostics.error(
      titles.missingAttribute,
      `${name} also needs ${missing.join(", ")}. Set ${missing.length === 1 ? "it" : "them"}, or remove ${name}.`,
      name,
    );
  };
}

/** A value that is not known yet counts neither as set nor as missing. */
function look(config: object, names: readonly string[]): Found {
  const values = config as Readonly<Record<string, unknown>>;
  return {
    set: names.filter((name) => !isUnknown(values[name]) && !isAbsent(values[name])),
    open: names.filter((name) => isUnknown(values[name])),
  };
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}
