// Measures shapes against terraform_data, both in turn within one run.
import { withPair } from "./pair.mjs";
import { tell } from "./progress.mjs";
import { rowName, SHAPES } from "./shapes.mjs";
import { figures } from "./timing.mjs";

/**
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./sample.mjs").Sample} Sample
 * @typedef {import("./shapes.mjs").Shape} Shape
 * @typedef {import("./shapes.mjs").Step} Step
 * @typedef {import("./shapes.mjs").Measure} Measure
 * @typedef {import("./pair.mjs").Pair} Pair
 * @typedef {{ ours: Sample[], builtIn: Sample[], requests: number }} Seen
 */

/** Allowance for three starts of a provider process, which count in a small plan. */
const STARTS_MILLISECONDS = 250;
/** Allowance for one switch request, including the simulator's work on the same processors. */
const SWITCH_MILLISECONDS = 1;
/** Five times as many channels may take six times as long. */
const [MANY, FEWER, LINEAR] = [50_000, 10_000, 6];
/** Maximum memory of the provider, in MB. */
const MOST_MEMORY = 400;

/**
 * The rows of one suite of shapes, or those of them that are named.
 * @param {keyof typeof SHAPES} suite
 * @param {ReadonlySet<string>} [names]
 */
export function beside(suite, names) {
  /**
   * @param {Place} place
   * @returns {Promise<Row[]>}
   */
  return async (place) => {
    const rows = [];
    for (const shape of SHAPES[suite])
      for (const measure of place.short && names === undefined ? shape.short : shape.sizes) {
        const { size, steps } = measure;
        /** @type {(step: Step) => boolean} */
        const isAsked = (step) =>
          names === undefined
            ? steps === undefined || steps.includes(step.name)
            : names.has(rowName(shape, size, step));
        if (shape.steps(size).some(isAsked)) rows.push(...(await measured(place, shape, measure, isAsked)));
      }
    return [...rows, ...linearRows(rows)];
  };
}

/**
 * @param {Place} place
 * @param {Shape} shape
 * @param {Measure} measure
 * @param {(step: Step) => boolean} isAsked
 * @returns {Promise<Row[]>}
 */
function measured({ executable }, shape, measure, isAsked) {
  const { size } = measure;
  return withPair({ executable, size, ...shape }, async (pair) => {
    const rows = [];
    for (const step of shape.steps(size).filter(isAsked)) {
      const seen = await inTurn(pair, step, measure);
      const name = rowName(shape, size, step);
      tell(name, { ours: figures(seen.ours.map(wallOf)), builtIn: figures(seen.builtIn.map(wallOf)) });
      rows.push(...rowsOf({ name, shape, size, step, declared: pair.ids.length }, seen));
    }
    return rows;
  });
}

/**
 * @param {Pair} pair
 * @param {Step} step
 * @param {Measure} measure
 * @returns {Promise<Seen>}
 */
async function inTurn(pair, { args, prepare, before }, { rounds, warmUp = true }) {
  await prepare?.(pair);
  const { ours, builtIn } = pair;
  /** @type {Seen} */
  const seen = { ours: [], builtIn: [], requests: Number.NaN };
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const side of /** @type {const} */ (["ours", "builtIn"])) {
      const folder = pair[side];
      await before?.(folder);
      if (folder === ours) await ours.forgetRequests();
      const sample = await folder.sample(...args);
      if (folder !== builtIn) seen.requests = (await ours.requests()).length;
      if (round > 0) seen[side].push(sample);
    }
  }
  return seen;
}

/** @param {Sample} sample */
const wallOf = ({ wall }) => wall;

/**
 * @param {{ name: string, shape: Shape, size: number, step: Step, declared: number }} measured
 * @param {Seen} seen
 * @returns {Row[]}
 */
function rowsOf({ name, shape, size, step, declared }, { ours, builtIn, requests }) {
  /** @type {(of: (sample: Sample) => number) => { median: number, against: import("./timing.mjs").Figures }} */
  const compared = (of) => ({ ...figures(ours.map(of)), against: figures(builtIn.map(of)) });
  /** @type {(compared: { against: import("./timing.mjs").Figures }) => number | undefined} */
  const targetOf = ({ against }) =>
    step.times === undefined ? undefined : step.times + allowance(size, step) / against.median;
  const wall = compared(wallOf);
  const processor = compared((sample) => sample.processor);
  const figure = { shape: shape.what, step: step.what, size };
  const provider = figures(ours.map((sample) => sample.provider));
  return [
    { what: name, unit: "ms", ...wall, target: targetOf(wall), figure: { ...figure, of: "wall" } },
    {
      ...{ what: `${name}, processor time`, unit: "ms", figure: { ...figure, of: "processor" } },
      ...{ ...processor, target: targetOf(processor) },
    },
    {
      ...{ what: `${name}, peak memory`, unit: "MB", figure: { ...figure, of: "memory" } },
      ...compared(({ memory }) => memory),
    },
    {
      ...{ what: `${name}, provider's peak memory`, unit: "MB", ...provider },
      ...{ target: MOST_MEMORY, figure: { ...figure, of: "provider" } },
    },
    {
      ...{ what: `${name}, requests`, unit: "", median: requests },
      ...(step.requests && { exact: step.requests({ size, declared }) }),
      figure: { ...figure, of: "requests" },
    },
  ];
}

/**
 * Additional allowance for our side, in milliseconds.
 * @param {number} size
 * @param {Step} step
 */
function allowance(size, { sends }) {
  return (size < FEWER ? STARTS_MILLISECONDS : 0) + (sends === true ? size * SWITCH_MILLISECONDS : 0);
}

/**
 * How much longer the largest size takes than the one before.
 * @param {readonly Row[]} rows
 * @returns {Row[]}
 */
export function linearRows(rows) {
  return rows.flatMap(({ what, unit, median, figure }) => {
    if (figure?.of !== "processor" || figure.size !== MANY) return [];
    const fewer = rows.find(
      (row) => row.figure?.of === "processor" && row.figure.size === FEWER && row.figure.step === figure.step,
    );
    if (fewer === undefined) return [];
    const against = { median: fewer.median };
    return [{ what: `${what}, beside ${FEWER}`, unit, median, against, target: LINEAR }];
  });
}
