// Attributes as plain data, validators, defaults, and the pure plan function.
// Must never know: RPCs, bytes, what a provider talks to.
// Read next: attribute.ts, then plan-values.ts.
export type {
  Attribute,
  NestedAttribute,
  Operation,
  Schema,
  Timeouts,
  TypedAttribute,
  Validator,
} from "./attribute";
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
export { duration, tryParseDuration } from "./duration";
export type { Built, BuiltSchema, PlannedOf, StateOf, UncertainOf } from "./infer";
export { attributeType, schemaType } from "./schema-type";
export { matches, oneOf } from "./validators";
