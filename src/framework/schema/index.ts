// Schemas as data: describe/ says what they are, plan/ proposes values, check/ finds what breaks a rule.
// Must never know: RPCs, bytes, what a provider talks to.
// Next: describe/attribute.ts, then plan/plan-values.ts.
// biome-ignore-all assist/source/organizeImports: a statement for each kind of thing stays short.

export { findPlanMisfit, type PlanToCheck } from "./check/check-plan";
export { findResultMisfit, findUnknown } from "./check/check-result";
export { checkSchema, hasDynamicElements, type SchemaOwner } from "./check/check-schema";
export { findChangedSetting } from "./check/check-settings";
export { deprecatedUses } from "./check/deprecated-uses";
export { type ConfigRules, validateConfig } from "./check/validate-config";
export type { Attribute, Block, NestedAttribute, Schema, TypedAttribute } from "./describe/attribute";
export type { Operation, Timeouts } from "./describe/attribute";
export type { PartialReplaceRule, ReplaceRule, SameMeaning } from "./describe/attribute";
export type { PartialValidator, Validation, Validator } from "./describe/attribute";
export type { BlockOptions } from "./describe/block-builders";
export { groupBlock, listBlock, mapBlock, setBlock, singleBlock } from "./describe/block-builders";
export { absentValue, type BlockAttribute, findNullBlock, isBlock, withBlocks } from "./describe/blocks";
export type { Options, TypeTraits } from "./describe/builders";
export { bool, customType, dynamic, number, ofType, string, timeouts } from "./describe/builders";
export { listNested, mapNested, setNested, singleNested } from "./describe/builders";
export { alsoRequires, atLeastOneOf, type ConfigRule, conflictsWith } from "./describe/config-rules";
export { exactlyOneOf } from "./describe/config-rules";
export { duration, tryParseDuration } from "./describe/duration";
export type { Built, BuiltSchema, ImportedOf, PlannedOf, StateOf, UncertainOf } from "./describe/infer";
export type { Open } from "./describe/open";
export { attributeType, schemaType } from "./describe/schema-type";
export { atLeast, atMost, between, lengthBetween, matches, oneOf, sizeBetween } from "./describe/validators";
export { cidr, json, rfc3339, url, uuid } from "./describe/validators";
export { findReplaced } from "./plan/find-replaced";
export { generateConfig } from "./plan/generate-config";
export { keepForms } from "./plan/keep-forms";
export { type Change, fillDefaults, planValues } from "./plan/plan-values";
export { withoutWriteOnly } from "./plan/write-only";
export { SensitiveValues } from "./sensitive-values";
