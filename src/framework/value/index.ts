// cty's types and values: UNKNOWN, exact numbers, paths, equality, conformity.
// Must never know: bytes, schemas, RPCs.
// Next: value.ts, then type.ts.
export { children, findMisfit, kindOf, type Misfit } from "./conform";
export { entriesOf } from "./entries";
export { equal, withNormalKeys } from "./equal";
export { hasPath } from "./has-path";
export { lengthOf, mayBecome } from "./may-become";
export { nfc } from "./nfc";
export {
  compareNumbers,
  ExactNumber,
  fromBigInt,
  isExact,
  type NumberValue,
  numberKey,
  parseNumber,
  sameNumber,
} from "./number";
export { at, formatPath, inBlock, type Path, type PathStep } from "./path";
export type { NumberBound, Range } from "./range";
export { type Type, type TypeJson, typeFromJson, typeToJson } from "./type";
export { types, type ValueOf } from "./types";
export {
  copyOf,
  Dynamic,
  freeze,
  isMap,
  isPlainObject,
  isUnknown,
  isWhollyKnown,
  type ObjectValue,
  objectValue,
  UNKNOWN,
  Unknown,
  type Value,
  valueMap,
  withoutRefinements,
  withoutUnknown,
} from "./value";
export { conformsTo, distinctItems, sameType, setKeys, valueKey } from "./value-key";
