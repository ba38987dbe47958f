import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as library from "../../lib";

const lib = path.join(__dirname, "../../lib");
const files = readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({
    file: file.split(path.sep).join("/"),
    text: readFileSync(path.join(lib, file), "utf8"),
  }));
const ours = files.filter(({ file }) => !file.startsWith("bindings/"));

test("the constructs stand in the door under these names", () => {
  const constructs = Object.keys(library).filter(
    (name) =>
      !/^(Data|data|Ephemeral|ephemeral)?([Cc]hannel|[Dd]ialog360\w|[Cc]twaTrackingFleet|[Ss]ignalsKeywordPostback)/.test(
        name,
      ),
  );

  expect(constructs.sort()).toEqual([
    "ClientTracking",
    "CtwaFleet",
    "CtwaTracking",
    "Dialog360",
    "KeywordPostback",
    "OnCreate",
    "OnDestroy",
    "ReportedTracking",
    "SignalsConfiguration",
  ]);
});

test("the bindings stand in it under flat names", () => {
  expect(library).toMatchObject({
    ChannelCtwaTracking: expect.any(Function),
    CtwaTrackingFleet: expect.any(Function),
    DataDialog360Channel: expect.any(Function),
    DataDialog360Channels: expect.any(Function),
    DataDialog360SignalsConfiguration: expect.any(Function),
    SignalsKeywordPostback: expect.any(Function),
    Dialog360Provider: expect.any(Function),
  });
});

test("only the door and one file name a framework, and only the one that the build replaces", () => {
  const naming = ours.filter(({ text }) => /cdkt[fn]/i.test(text)).map(({ file }) => file);

  expect(naming.sort()).toEqual(["constructs/cdk.ts", "index.ts"]);
  const lines = ours.flatMap(({ text }) =>
    text.split("\n").filter((line) => /\bfrom ".*cdkt[fn]"/.test(line)),
  );
  expect(lines.length).toBe(3);
  for (const line of lines) expect(line).toMatch(/from "(cdktf|\.\.?\/bindings\/cdktf)";$/);
});

test("constructs import the framework, the bindings and each other, and nothing else of ours", () => {
  const imports = ours.flatMap(({ text }) =>
    [...text.matchAll(/from "([^"]+)"/g)].map(([, from = ""]) => from),
  );

  expect(
    imports.filter(
      (from) => !/^(constructs|cdktf|\.\/[\w-]+|\.\/constructs\/[\w-]+|\.\.?\/bindings\/cdktf)$/.test(from),
    ),
  ).toEqual([]);
});

test("bindings import their framework alone", () => {
  for (const framework of ["cdktf", "cdktn"]) {
    const own = files.filter(({ file }) => file.startsWith(`bindings/${framework}/`));
    const imports = own.flatMap(({ text }) =>
      [...text.matchAll(/from ['"]([^'"]+)['"]/g)].map(([, from]) => from),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(
      new Set(imports.filter((from) => !from?.startsWith("./") && from !== "../provider-functions/index")),
    ).toEqual(new Set(["constructs", framework]));
  }
});

describe.each(
  ours.flatMap(({ file, text }) =>
    file === "index.ts" || file.endsWith("cdk.ts") || /\/(find|stop)-/.test(file) ? [] : [{ file, text }],
  ),
)("$file", ({ text }) => {
  test("explains everything that it exports, with an example", () => {
    const exported = [
      ...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:class|enum|interface) (\w+)/g),
    ];

    expect(exported.length).toBeGreaterThan(0);
    for (const [, comment = "", name] of exported)
      expect([name, comment]).toEqual([name, expect.stringContaining("@example")]);
  });
});
