import { existsSync } from "node:fs";
import path from "node:path";
import { roomPlans } from "./architecture/rooms";
import { checkImports, findUpwardImports } from "./architecture/rules";
import { readSources, root } from "./architecture/sources";
import { filesOfStart } from "./architecture/start";

const sources = readSources();
const findings = checkImports(sources);

test("every file belongs to a part", () => {
  expect(findings.strangers).toEqual([]);
});

test("a part imports only the parts that it may know", () => {
  expect(findings.forbidden).toEqual([]);
});

test("a part is entered by its entry point", () => {
  expect(findings.aroundDoors).toEqual([]);
});

test("imports never lead back to where they came from", () => {
  expect(findings.cycle).toEqual([]);
});

describe.each(roomPlans)("the rooms of $part", (plan) => {
  test("import only from the layers below them", () => {
    expect(findUpwardImports(sources, plan)).toEqual([]);
  });
});

test("no folder holds more than 15 files, save generated ones and the list of RPCs", () => {
  const counts = new Map<string, number>();
  for (const { file } of sources) {
    const folder = path.posix.dirname(file);
    if (/generated|framework\/rpc$/.test(folder)) continue;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }

  expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
});

describe.each(sources.filter(({ file }) => file.endsWith("/index.ts")))(
  "the entry point $file",
  ({ text }) => {
    const lines = text.trimEnd().split("\n");

    test("says in three lines what it does, what it must never know and where to read next", () => {
      expect(lines.slice(0, 3).filter((line) => !line.startsWith("// "))).toEqual([]);
      expect(lines[1]).toMatch(/never know/i);
      expect(lines[2]).toMatch(/\bnext\b/i);
    });

    test("has under 60 lines and names what it lets through", () => {
      expect(lines.length).toBeLessThan(60);
      expect(text).not.toMatch(/^\s*export\s+\*/m);
    });
  },
);

describe("before the executable answers Terraform", () => {
  const entry = "src/main.ts";
  let loaded: string[];
  beforeAll(() => {
    if (!existsSync(path.join(root, entry))) throw new Error(`${entry} is missing: nothing to look at`);
    loaded = filesOfStart(entry);
  });

  test.each([
    ["a package", /node_modules\//],
    ["the provider", /^src\/(provider|client)\//],
    ["a message, a value or a schema", /^src\/framework\/(protocol|rpc|schema|value)\//],
    ["the gRPC server", /^src\/framework\/plugin\/grpc\//],
    ["the simulator", /^src\/simulator\//],
    ["a command", /^src\/commands\//],
  ])("%s is not loaded", (_name, pattern) => {
    expect(loaded.filter((file) => pattern.test(file))).toEqual([]);
  });

  test("the control page is loaded only when somebody asks for it", () => {
    const ofSimulator = filesOfStart("src/simulator/index.ts");
    expect(ofSimulator).toContain("src/simulator/control/page-routes.ts");
    expect(ofSimulator.filter((file) => file.includes("/control/page/"))).toEqual([]);
  });

  test("what is loaded later can be told from what is loaded at once", () => {
    expect(filesOfStart("src/commands/run-command.ts")).not.toContain("src/commands/version.ts");
    expect(filesOfStart("src/commands/version.ts")).toContain("src/version.ts");
  });
});
