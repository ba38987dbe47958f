import { checkImports, findUpwardImports } from "./rules";

/** Findings for files given as "path": "text", as if they were the whole tree. */
function check(files: Record<string, string>) {
  return checkImports(Object.entries(files).map(([file, text]) => ({ file, text })));
}

const clientDoor = { "src/client/index.ts": 'export { a } from "./a";', "src/client/a.ts": "" };

test("a tree that keeps the rules yields nothing", () => {
  const provider = 'import { a } from "../client";\nimport fs from "node:fs";';

  expect(check({ ...clientDoor, "src/provider/x.ts": provider })).toEqual({
    strangers: [],
    forbidden: [],
    aroundDoors: [],
    cycle: [],
  });
});

test.each([
  ["a static import", 'import { x } from "../provider/x";'],
  ["an import of several lines", 'import {\n  x,\n  y,\n} from "../provider/x";'],
  ["a type", 'import type { X } from "../provider/x";'],
  ["an import for its effect", 'import "../provider/x";'],
  ["a lazy import", 'const { x } = await import("../provider/x");'],
  ["a re-export", 'export { x } from "../provider/x";'],
  ["a require", 'const x = require("../provider/x");'],
])("%s of a part that must not be known is found", (_name, text) => {
  const { forbidden } = check({ "src/client/a.ts": text, "src/provider/x.ts": "" });

  expect(forbidden).toEqual(["src/client/a.ts -> src/provider/x.ts"]);
});

test("within the framework, the plugin knows nothing of the rest", () => {
  const { forbidden } = check({
    "src/framework/plugin/a.ts": 'import { v } from "../value";',
    "src/framework/value/index.ts": "",
  });

  expect(forbidden).toEqual(["src/framework/plugin/a.ts -> src/framework/value/index.ts"]);
});

test("an import that leaves src/ is found", () => {
  const { forbidden } = check({ "src/client/a.ts": 'import { t } from "../../test/t";' });

  expect(forbidden).toEqual(["src/client/a.ts -> test/t"]);
});

test("a way around a part's entry point is found", () => {
  const { aroundDoors } = check({ ...clientDoor, "src/provider/x.ts": 'import { a } from "../client/a";' });

  expect(aroundDoors).toEqual(["src/provider/x.ts -> src/client/a.ts"]);
});

test("files that import each other are found, also over a third one", () => {
  const { cycle } = check({
    "src/client/a.ts": 'import "./b";',
    "src/client/b.ts": 'import "./c";',
    "src/client/c.ts": 'import "./a";',
  });

  expect(cycle).toEqual(["src/client/a.ts", "src/client/b.ts", "src/client/c.ts"]);
});

test("a file of no part is found", () => {
  expect(check({ "src/misc/a.ts": "" }).strangers).toEqual(["src/misc/a.ts"]);
});

describe("between the rooms of a part", () => {
  const plan = { part: "src/client/", layers: [["client.ts"], ["hub/", "signals/"], ["http/"]] };
  const upwards = (from: string, to: string) =>
    findUpwardImports([{ file: `src/client/${from}`, text: `import { x } from "${to}";` }], plan);

  test.each([
    ["down", "hub/a.ts", "../http/b"],
    ["within a room", "hub/a.ts", "./b"],
    ["to the files that everything rests on", "http/a.ts", "../errors"],
    ["to another part", "hub/a.ts", "../../provider/b"],
  ])("an import %s is no finding", (_name, from, to) => {
    expect(upwards(from, to)).toEqual([]);
  });

  test.each([
    ["up", "http/a.ts", "../hub/b"],
    ["to a neighbour", "hub/a.ts", "../signals/b"],
    ["up from the lowest layer", "errors.ts", "./http/b"],
  ])("an import %s is found", (_name, from, to) => {
    expect(upwards(from, to)).toHaveLength(1);
  });
});
