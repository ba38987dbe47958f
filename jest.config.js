// Tiers by folder: pure tests mirror src and lib, test/scripts runs the build's steps as processes,
// test/protocol speaks over a real socket, test/acceptance runs the real terraform binary against the simulator.
// test/extended needs more than Node and Terraform, or much time: npm test leaves it out.
const os = require("node:os");
const path = require("node:path");

// Left alone, swc keeps a copy of its binary in the home folder.
process.env.SWC_NATIVE_BINDING_CACHE ??= path.join(__dirname, "node_modules/.cache/swc");

const shared = {
  testEnvironment: "node",
  // The build holds a package.json with the name of the one that it is made of.
  modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/dist/"],
  transform: {
    "\\.(browser\\.mjs|css|html)$": "<rootDir>/test/text-transform.js",
    "^.+\\.[cm]?[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
};

/** @type {import("jest").Config} */
module.exports = {
  // A worker that has grown is started anew: what suites leave behind would slow down the later ones.
  workerIdleMemoryLimit: "700MB",
  testSequencer: "<rootDir>/test/sequencer.js",
  // Suites wait for Terraform much of their time. jest takes percentages up to 100 only.
  maxWorkers: Math.ceil(os.availableParallelism() * 1.5),
  // The limit ends a test that hangs. A slow machine is no failure.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        ...["scripts", "protocol", "acceptance", "extended"].map((tier) => `<rootDir>/test/${tier}/`),
      ],
    },
    {
      ...shared,
      displayName: "cdktn",
      // The library's tests once more, for the other framework.
      testMatch: ["<rootDir>/test/lib/**/*.test.ts"],
      moduleNameMapper: { "^cdktf$": "cdktn", "^(.*/bindings)/cdktf$": "$1/cdktn" },
    },
    { ...shared, displayName: "scripts", testMatch: ["<rootDir>/test/scripts/**/*.test.ts"] },
    { ...shared, displayName: "protocol", testMatch: ["<rootDir>/test/protocol/**/*.test.ts"] },
    {
      ...shared,
      displayName: "acceptance",
      testMatch: ["<rootDir>/test/acceptance/**/*.test.ts"],
      moduleNameMapper: { "^tf-provider-framework$": "<rootDir>/src/framework/index.ts" },
    },
    { ...shared, displayName: "extended", testMatch: ["<rootDir>/test/extended/**/*.test.ts"] },
  ],
};
