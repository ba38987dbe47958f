import {
  at,
  findMisfit,
  isWhollyKnown,
  type Misfit,
  type Path,
  type Type,
  type Value,
} from "../../value/index";
import type { Attribute, NestedAttribute, Presence, Schema } from "../describe/attribute";
import { isBlock } from "../describe/blocks";
import { tryParseDuration } from "../describe/duration";
import { attributeType } from "../describe/schema-type";
import { findProblem } from "./find-problem";

/** What a schema describes. */
export type SchemaOwner =
  | "provider"
  | "resource"
  | "data source"
  | "ephemeral resource"
  | "list resource"
  | "action";

const BLOCK_NAMES = ["count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"];

/** Names of Terraform's own arguments and blocks: an attribute of that name could never be configured. */
const RESERVED: Readonly<Record<SchemaOwner, readonly string[]>> = {
  provider: ["alias", "version", "count", "for_each", "depends_on", "source"],
  resource: BLOCK_NAMES,
  "data source": BLOCK_NAMES,
  "ephemeral resource": BLOCK_NAMES,
  "list resource": [],
  action: [],
};

/** The operations that `timeouts` can bound. */
const OPERATIONS: Readonly<Record<SchemaOwner, readonly string[]>> = {
  provider: [],
  resource: ["create", "read", "update", "delete", "plan"],
  "data source": ["read"],
  "ephemeral resource": ["open"],
  "list resource": ["list"],
  action: ["plan", "invoke"],
};
const NAME = /^[a-z0-9_]+$/;

/**
 * Finds everything in a schema that core would refuse when it loads the provider, or that this framework cannot support.
 */
export function checkSchema(schema: Schema, owner: SchemaOwner): readonly Misfit[] {
  const reserved = Object.keys(schema).filter((name) => RESERVED[owner].includes(name));
  const timeouts = Object.entries(schema).filter(([, attribute]) => isTimeouts(attribute));
  return [
    ...reserved.map((name) => ({
      path: at(name),
      problem: `is a name that Terraform uses in ${article(owner)}`,
    })),
    ...timeouts.slice(1).map(([name]) => ({ path: at(name), problem: "is a second timeouts attribute" })),
    ...checkAttributes(schema, {
      owner,
      path: [],
      within: null,
      inSet: false,
      inCollection: false,
      inFilledIn: false,
    }),
  ];
}

interface Place {
  readonly owner: SchemaOwner;
  readonly path: Path;
  /** The nested attribute that this is in. */
  readonly within: NestedAttribute | null;
  readonly inSet: boolean;
  readonly inCollection: boolean;
  /** Whether a container, at any depth, is filled in by the provider if the user does not configure it. */
  readonly inFilledIn: boolean;
}

function checkAttributes(schema: Schema, place: Place): readonly Misfit[] {
  return Object.entries(schema).flatMap(([name, attribute]) => {
    const path = [...place.path, { attribute: name }];
    const problems = [
      NAME.test(name) ? "" : "has a name with other characters than a-z, 0-9 and _",
      /^[0-9]/.test(name) ? "has a name that begins with a digit, so that no configuration can write it" : "",
      isDescribed(attribute) ? "" : "has no description",
      attribute.contradiction ?? "",
      ...RULES.map((rule) => rule(attribute, place)),
    ];
    const own = problems.filter((problem) => problem !== "").map((problem) => ({ path, problem }));
    if (attribute.kind === "typed") return own;
    const inner = {
      ...place,
      path,
      within: attribute,
      inSet: place.inSet || attribute.nesting === "set",
      inCollection: place.inCollection || attribute.nesting !== "single",
      inFilledIn:
        place.inFilledIn || (attribute.presence === "optionalComputed" && attribute.default === undefined),
    };
    return [...own, ...checkAttributes(attribute.attributes, inner)];
  });
}

/** The problem of an attribute, or an empty text. */
type Rule = (attribute: Attribute, place: Place) => string;

const RULES: readonly Rule[] = [
  function writeOnlyInPlace({ writeOnly, presence, replaces, stable }, { owner, inSet }) {
    if (!writeOnly) return "";
    if (owner !== "resource") return `is write-only, which nothing in ${article(owner)} can be`;
    if (inSet) return "is write-only within a set";
    if (presence !== "required" && presence !== "optional") return "is write-only and computed";
    return replaces !== false || stable !== false ? "is write-only, so no change of it is ever seen" : "";
  },
  function withinWriteOnly({ writeOnly }, { within }) {
    return within?.writeOnly && !writeOnly ? "is not write-only, yet what it is in is" : "";
  },
  // Core treats such a value as a removed setting and plans without it (Terraform 1.11, tried).
  function settingWithinComputed({ presence, writeOnly }, { inFilledIn }) {
    if (!inFilledIn || isComputed(presence) || writeOnly) return "";
    return "is not computed, yet the provider may fill in what it is in";
  },
  function requiredWithinComputed({ presence }, { within }) {
    if (presence !== "required" || within?.presence !== "computed") return "";
    return "is required within what only the provider fills in";
  },
  function validatorsNeverRun({ presence, validate }) {
    return presence === "computed" && validate.length > 0 ? "is computed, so its validators never run" : "";
  },
  function stableDefault(attribute) {
    const idle = attribute.stable !== false && attribute.default !== undefined;
    return idle ? "is stable and has a default, so it is never unknown" : "";
  },
  function computedWithinSet({ presence }, { inSet, within }) {
    if (!inSet || !isComputed(presence) || within?.presence === "computed") return "";
    return "is computed within a set that can be configured: its elements could not be matched";
  },
  function defaultWithinSet(attribute, { inSet }) {
    return inSet && attribute.default !== undefined ? "has a default within a set" : "";
  },
  function modifiersWithinSet(attribute, { inSet }) {
    const { replaces, stable } = attribute;
    return inSet && (replaces !== false || stable !== false)
      ? "is planned within a set, whose elements cannot be followed"
      : "";
  },
  function dynamicInCollection(attribute, { inCollection }) {
    if (attribute.kind === "nested" || !hasDynamic(attribute.type, inCollection)) return "";
    return "is dynamic within a collection, whose elements have to be of one type";
  },
  function stableButNotComputed({ stable, presence }) {
    return stable !== false && (presence === "required" || presence === "optional")
      ? "is stable but not computed"
      : "";
  },
  // An update plans it as unknown, which core compares as a different value.
  function replacesWhenUnknown(attribute, { within }) {
    const { replaces, stable, presence } = attribute;
    const marked = isComputed(presence) && attribute.default === undefined && within?.presence !== "computed";
    const always = replaces === true || typeof replaces === "function";
    if (!marked || !always || stable !== false) return "";
    return "replaces and is computed, yet not stable, so that each update makes a new object";
  },
  function requiredWithDefault(attribute) {
    return attribute.presence === "required" && attribute.default !== undefined
      ? "is required, so its default is never used"
      : "";
  },
  function badDefault(attribute) {
    const value = attribute.default as Value | undefined;
    if (value === undefined) return "";
    if (!isWhollyKnown(value)) return "has a default that is not known";
    const misfit = findMisfit(attributeType(attribute), value);
    if (misfit !== undefined) return `has a default that ${misfit.problem}`;
    return findProblem(attribute, value) === undefined ? "" : "has a default that its validators refuse";
  },
  function blockInPlace(attribute, { within }) {
    if (!isBlock(attribute) || within === null || isBlock(within)) return "";
    return "is made of blocks within a nested attribute, which can hold attributes alone";
  },
  function blockCount(attribute) {
    if (!isBlock(attribute)) return "";
    const { min, max } = attribute.block;
    if (![min, max].every((count) => Number.isSafeInteger(count) && count >= 0))
      return "counts its blocks badly";
    return max > 0 && min > max ? "wants more blocks than there may be" : "";
  },
  function timeouts(attribute, { owner, within }) {
    if (!isTimeouts(attribute)) return "";
    if (within !== null) return "is a timeouts attribute that is not at the root";
    const bad = Object.entries(attribute.timeouts ?? {}).find(
      ([operation, text]) => !OPERATIONS[owner].includes(operation) || (text !== null && !isBound(text)),
    );
    return bad === undefined ? "" : `has a bad default duration for ${bad[0]}`;
  },
];

/** An author who writes JavaScript can leave a description out. */
function isDescribed({ description }: Attribute): boolean {
  return typeof description === "string" && description.trim() !== "";
}

function article(owner: SchemaOwner): string {
  return owner === "ephemeral resource" || owner === "action" ? `an ${owner}` : `a ${owner}`;
}

function isComputed(presence: Presence): boolean {
  return presence === "computed" || presence === "optionalComputed";
}

function isBound(text: string): boolean {
  return (tryParseDuration(text) ?? 0) > 0;
}

function isTimeouts(attribute: Attribute): attribute is NestedAttribute {
  return attribute.kind === "nested" && attribute.timeouts !== null;
}

/** Whether a type has dynamic elements in a collection, which core requires to be of one type. */
export function hasDynamicElements(type: Type): boolean {
  return hasDynamic(type, false);
}

function hasDynamic(type: Type, inCollection: boolean): boolean {
  switch (type.kind) {
    case "dynamic":
      return inCollection;
    case "list":
    case "set":
    case "map":
      return hasDynamic(type.element, true);
    case "tuple":
      return type.elements.some((element) => hasDynamic(element, inCollection));
    case "object":
      return Object.values(type.attributes).some((inner) => hasDynamic(inner, inCollection));
    default:
      return false;
  }
}
