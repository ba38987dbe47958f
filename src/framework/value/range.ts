import type { NumberValue } from "./number";

/** Refinements of an unknown value: what core already knows of it. A null member means that nothing is known. */
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
