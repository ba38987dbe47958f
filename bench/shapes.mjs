// The shapes in which channels can be declared, each compared with terraform_data and the same data: measurements and
// targets. Every row has a name, by which it can be measured by itself.
import {
  builtInBlocks,
  builtInFleet,
  builtInRepeated,
  fleet,
  repeatedBlock,
  trackedBlocks,
} from "./configurations.mjs";
import { declare, drift, forget, haveApplied } from "./pair.mjs";

/**
 * @typedef {import("./pair.mjs").Pair} Pair
 * @typedef {import("./folder.mjs").Folder} Folder
 * @typedef {{ name: string, what: string, args: string[], prepare?: (pair: Pair) => Promise<void>,
 *   before?: (folder: Folder) => Promise<void>, requests?: (count: Count) => number, times?: number, sends?: boolean }}
 *   Step prepare runs once, before runs in front of each run; sends: a switch for each channel
 * @typedef {{ size: number, declared: number }} Count channels of the partner, and those of them that are declared
 * @typedef {{ size: number, rounds: number, warmUp?: boolean, steps?: string[] }} Measure steps: all, unless named
 * @typedef {{ name: string, what: string, written: import("./pair.mjs").Written, grows: boolean, sizes: Measure[],
 *   short: Measure[], steps: (size: number) => Step[] }} Shape
 */

const PLAN = ["plan", "-input=false"];
const APPLY = ["apply", "-auto-approve", "-input=false"];
const REFRESH = ["plan", "-refresh-only", "-input=false"];
const PAGE = 1_000;
const DRIFTED = 10;

/**
 * A login and all pages of a list, and one more because the last of several pages is full.
 * @param {Count} count
 */
const lookUp = ({ size }) => (size <= PAGE ? 2 : 2 + Math.floor(size / PAGE));

/** A login and the first page, on which all blocks are. */
const LOOK_UP_OF_BLOCKS = 2;

/** @type {Shape} */
const fleetShape = {
  name: "fleet",
  what: "one fleet",
  written: { ours: fleet, builtIn: builtInFleet },
  grows: false,
  sizes: [
    { size: 1_000, rounds: 5 },
    { size: 10_000, rounds: 3 },
    { size: 50_000, rounds: 1, warmUp: false },
  ],
  short: [{ size: 1_000, rounds: 2, warmUp: false, steps: ["first-plan", "apply", "empty-plan"] }],
  steps: () => [
    { name: "first-plan", what: "first plan", args: PLAN, before: forget, times: 1.5, requests: lookUp },
    {
      ...{ name: "apply", what: "apply", args: APPLY, before: forget, times: 1.5, sends: true },
      // The plan and the apply each list all channels. No channel is read after the switches, because the hub reports
      // no tracking state.
      requests: (count) => 2 * lookUp(count) + count.declared,
    },
    {
      ...{ name: "empty-plan", what: "plan without changes", args: PLAN, times: 1.5 },
      ...{ prepare: haveApplied, requests: lookUp },
    },
    { name: "refresh", what: "refresh", args: REFRESH, prepare: haveApplied, requests: lookUp },
    {
      ...{ name: "flip", what: "plan that flips one", args: PLAN, times: 1.5, requests: lookUp },
      prepare: async (pair) => {
        await haveApplied(pair);
        await declare(pair, 1);
      },
    },
    {
      ...{
        name: "drift",
        what: `plan after a drift of ${DRIFTED}`,
        args: PLAN,
        times: 1.5,
        requests: lookUp,
      },
      prepare: async (pair) => {
        await declare(pair);
        await haveApplied(pair);
        await drift(pair, DRIFTED);
      },
    },
  ],
};

/** @type {Shape} */
const blocksShape = {
  name: "blocks",
  what: "separate blocks",
  written: { ours: trackedBlocks, builtIn: builtInBlocks },
  grows: true,
  sizes: [
    { size: 1, rounds: 9 },
    { size: 100, rounds: 5 },
    { size: 1_000, rounds: 3 },
  ],
  short: [
    { size: 1, rounds: 3, steps: ["empty-plan"] },
    { size: 100, rounds: 1, warmUp: false },
  ],
  steps: (size) => [
    {
      ...{ name: "empty-plan", what: "plan without changes", args: PLAN, times: 1.8 },
      ...{ prepare: haveApplied, requests: () => LOOK_UP_OF_BLOCKS },
    },
    {
      ...{ name: "apply", what: "apply", args: APPLY, before: forget, times: 1.8, sends: true },
      // One switch a channel, besides a login and the list, for the plan and for the apply.
      ...(size >= 100 && { requests: ({ declared }) => 2 * LOOK_UP_OF_BLOCKS + declared }),
    },
  ],
};

/**
 * @param {import("./configurations.mjs").Repetition} repetition
 * @param {string} what
 * @returns {Shape}
 */
const repeatedShape = (repetition, what) => ({
  name: repetition,
  what,
  written: {
    ours: (ids) => repeatedBlock(repetition, ids),
    builtIn: (ids) => builtInRepeated(repetition, ids),
  },
  grows: false,
  sizes: [
    { size: 1_000, rounds: 1, warmUp: false },
    { size: 3_000, rounds: 1, warmUp: false },
  ],
  short: [],
  steps: () => [{ name: "first-plan", what: "first plan", args: PLAN }],
});

/** All shapes, by suite. */
export const SHAPES = {
  fleet: [fleetShape],
  blocks: [blocksShape],
  repeated: [
    repeatedShape("for-each-local", "`for_each = local.map`"),
    repeatedShape("for-each-in-place", "`for_each` over an expression in place"),
    repeatedShape("count", "`count`"),
  ],
};

/**
 * The names of all rows, each with its suite.
 * @returns {Map<string, keyof typeof SHAPES>}
 */
export function suitesOfRows() {
  const suites = /** @type {[keyof typeof SHAPES, Shape[]][]} */ (Object.entries(SHAPES));
  return new Map(
    suites.flatMap(([suite, shapes]) =>
      shapes.flatMap((shape) =>
        shape.sizes.flatMap(({ size }) =>
          shape.steps(size).map((step) => /** @type {const} */ ([rowName(shape, size, step), suite])),
        ),
      ),
    ),
  );
}

/**
 * @param {Shape} shape
 * @param {number} size
 * @param {Step} step
 */
export function rowName(shape, size, step) {
  return `${shape.name}-${size}-${step.name}`;
}
