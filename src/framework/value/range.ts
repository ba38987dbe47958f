import type { NumberValue } from "./number";

/** What is known of a value before the value is; null where nothing is said. */
export interface Range {
  readonly notNull: boolean;
  readonly prefix: string | null;
  readonly min: NumberBound | null;
  readonly max: NumberBound | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

export interface NumberBound {
  readonly value: NumberValue;
  readonly inclusive: boolean;
}
