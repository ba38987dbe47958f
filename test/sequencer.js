// Starts the suites that take longest first. Started last, one of them would keep a single core busy at the end, or wait
// for real time while nothing else runs. Without a cache of earlier runs, jest would go by the size of the files.
const { default: Sequencer } = require(
  require.resolve("@jest/test-sequencer", { paths: [require.resolve("jest")] }),
);

/** The longest first; where they lie does not matter. */
const LONGEST = [
  "packed-library",
  "fault-matrix",
  "random-sequences",
  "hub-down",
  "library-examples",
  "examples",
  "decoders",
  "process-life",
  "request-counts",
  "import",
  "tracking-report",
  "pipeline",
  "readme",
  "secrets",
  "timeouts",
  "interrupt",
  "install",
  "seed",
];

/** @param {{ path: string }} test */
function rank({ path }) {
  const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return at === -1 ? LONGEST.length : at;
}

module.exports = class LongestFirst extends Sequencer {
  /** @param {{ path: string }[]} tests */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
