import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stageLibrary, useFramework } from "../../../../scripts/build/library/stage.mjs";

const root = path.join(__dirname, "../../../..");

test("the framework's name is replaced in import lines alone", () => {
  const text = 'import { App } from "cdktf";\nexport * from "./bindings/cdktf";\nconst words = "cdktf";\n';

  expect(useFramework("index.ts", text, "cdktn")).toBe(
    'import { App } from "cdktn";\nexport * from "./bindings/cdktn";\nconst words = "cdktf";\n',
  );
  expect(useFramework("index.ts", text, "cdktf")).toBe(text);
});

test("bindings are taken as they were made", () => {
  const text = 'import * as cdktf from "cdktf";';

  expect(useFramework("bindings/cdktf/provider/index.ts", text, "cdktn")).toBe(text);
});

test.each([
  ["cdktf", "cdktn"],
  ["cdktn", "cdktf"],
])("what is laid out for %s holds its own bindings and nothing that imports %s", async (framework, other) => {
  const folder = await mkdtemp(path.join(tmpdir(), "dialog360-stage-"));
  try {
    await stageLibrary(root, framework, folder);

    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    expect(files).toContain(path.join("library", "index.ts"));
    expect(files).toContain(path.join("library", "bindings", framework, "provider", "index.ts"));
    expect(files).toContain(path.join("example", "main.ts"));
    expect(files.filter((file) => file.includes(path.join("bindings", other)))).toEqual([]);
    const foreign = new RegExp(`from ['"].*\\b${other}['"]`);
    for (const file of files)
      expect([file, foreign.test(readFileSync(path.join(folder, file), "utf8"))]).toEqual([file, false]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
