// Schemas as data: describe/ says what they are, plan/ proposes values, check/ finds what breaks a rule.
// Must never know: RPCs, bytes, what a provider talks to.
// Next: describe/attribute.ts, then plan/plan-values.ts.

export { findPlanMisfit, type PlanToCheck } from "./check/check-plan";
export { findResultMisfit, findUnknown } from "./check/check-result";
export { checkSchema, hasDynamicElements, type SchemaOwner } from "./check/check-schema";
export { findChangedSetting } from "./check/check-settings";
export { deprecatedUses } from "./check/deprecated-uses";
export { type ConfigRules, validateConfig } from "./check/validate-config";
export type {
  Attribute,
  Block,
  NestedAttribute,
  Operation,
  PartialValidator,
  ReplaceRule,
  SameMeaning,
  Schema,
  Timeouts,
  TypedAttribute,
  Validation,
  Validator,
} from "./describe/attribute";
export {
  groupBlock,
  listBlock,
  mapBlock,
  setBlock,
  singleBlock,
} from "./describe/block-builders";
export { absentValue, type BlockAttribute, findNullBlock, isBlock, withBlocks } from "./describe/blocks";
export {
  bool,
  dynamic,
  listNested,
  mapNested,
  number,
  type Options,
  ofType,
  setNested,
  singleNested,
  string,
  timeouts,
} from "./describe/builders";
export { duration, tryParseDuration } from "./describe/duration";
export type { Built, BuiltSchema, ImportedOf, PlannedOf, StateOf, UncertainOf } from "./describe/infer";
export type { Open } from "./describe/open";
export { attributeType, schemaType } from "./describe/schema-type";
export { matches, oneOf } from "./describe/validators";
export { findReplaced } from "./plan/find-replaced";
export { generateConfig } from "./plan/generate-config";
export { keepForms } from "./plan/keep-forms";
export { type Change, fillDefaults, planValues } from "./plan/plan-values";
export { withoutWriteOnly } from "./plan/write-only";
export { SensitiveValues } from "./sensitive-values";
