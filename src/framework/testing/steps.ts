import type { StateObject } from "./workspace";

/** What a plan does to one object. */
export type ChangeKind = "create" | "read" | "update" | "replace" | "delete";

/** The id that an import takes: text, or a function of the object's attributes where the API makes the id. */
export type ImportId = string | ((object: StateObject) => string);

/** What a step's own check gets. */
export interface StepContext {
  /** The folder in which the binary runs. */
  readonly folder: string;
  /** Objects of the state, by address. */
  readonly state: ReadonlyMap<string, StateObject>;
}

/** One step of a test. A step happens in the order of these members. */
export interface Step {
  /** Configuration in HCL, without the `terraform` block. @default that of the step before */
  readonly config?: string;
  /** Objects that are imported before the plan: their ids, by address. The configuration has to declare them. */
  readonly import?: Readonly<Record<string, string>>;
  /** What the plan has to show: nothing, or exactly these changes, by address. @default it is not looked at */
  readonly plan?: "empty" | Readonly<Record<string, ChangeKind>>;
  /** The import, the plan or the apply has to fail with output that matches; line breaks within sentences count as spaces. */
  readonly error?: RegExp;
  /** Whether the plan is applied. The plan after an apply has to be empty. @default true */
  readonly apply?: boolean;
  /** Attributes that the state has to hold, by address; others are not looked at. */
  readonly state?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /**
   * Objects that are imported into a state of their own, which then has to equal the state of this test: their ids, or
   * functions that take the id from the object's state. `ignore` names attributes that an import cannot know.
   */
  readonly importVerify?: Readonly<
    Record<string, ImportId | { readonly id: ImportId; readonly ignore: readonly string[] }>
  >;
  /** Anything else; what it throws fails the test. */
  check?(context: StepContext): void | Promise<void>;
}
