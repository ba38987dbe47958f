// Attributes as plain data, validators, defaults, and the pure plan function.
// Must never know: RPCs, bytes, what a provider talks to.
// Read next: attribute.ts, then plan-values.ts.
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
} from "./attribute";
export {
  groupBlock,
  listBlock,
  mapBlock,
  setBlock,
  singleBlock,
} from "./block-builders";
export { absentValue, type BlockAttribute, findNullBlock, isBlock, withBlocks } from "./blocks";
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
} from "./builders";
export { findPlanMisfit, type PlanToCheck } from "./check-plan";
export { findResultMisfit, findUnknown } from "./check-result";
export { checkSchema, hasDynamicElements, type SchemaOwner } from "./check-schema";
export { findChangedSetting } from "./check-settings";
export { deprecatedUses } from "./deprecated-uses";
export { duration, tryParseDuration } from "./duration";
export { findReplaced } from "./find-replaced";
export type { Built, BuiltSchema, ImportedOf, PlannedOf, StateOf, UncertainOf } from "./infer";
export { keepForms } from "./keep-forms";
export type { Open } from "./open";
export { type Change, fillDefaults, planValues } from "./plan-values";
export { attributeType, schemaType } from "./schema-type";
export { SensitiveValues } from "./sensitive-values";
export { type ConfigRules, validateConfig } from "./validate-config";
export { matches, oneOf } from "./validators";
export { withoutWriteOnly } from "./write-only";
