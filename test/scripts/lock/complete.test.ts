import { completeLock } from "../../../scripts/lock/complete.mjs";

function lockOf(packages: Record<string, object>) {
  return { name: "example", lockfileVersion: 3, packages };
}

const tool = { version: "1.2.3", dev: true, optionalDependencies: { "@tool/linux-x64": "1.2.3" } };

test("a platform package without an entry gets one, as optional as its parent is for development", () => {
  const { lock, added } = completeLock(lockOf({ "": {}, "node_modules/tool": tool }));

  expect(added).toEqual(["@tool/linux-x64 1.2.3"]);
  expect(lock.packages["node_modules/@tool/linux-x64"]).toEqual({
    version: "1.2.3",
    cpu: ["x64"],
    dev: true,
    optional: true,
    os: ["linux"],
  });
});

test("completing twice changes nothing, and what npm wrote stays as it was", () => {
  const before = lockOf({ "": { version: "0.1.0" }, "node_modules/tool": tool });
  const once = completeLock(before).lock;

  expect(completeLock(once)).toEqual({ lock: once, added: [] });
  expect(once).toMatchObject(before);
});

test("an entry beside its parent counts as much as one at the top", () => {
  const packages = {
    "node_modules/a": {},
    "node_modules/a/node_modules/tool": tool,
    "node_modules/a/node_modules/@tool/linux-x64": { version: "1.2.3" },
  };

  expect(completeLock(lockOf(packages)).added).toEqual([]);
});

test("entries stand in npm's order", () => {
  const { lock } = completeLock(lockOf({ "": {}, "node_modules/a": {}, "node_modules/tool": tool }));

  expect(Object.keys(lock.packages)).toEqual([
    "",
    "node_modules/@tool/linux-x64",
    "node_modules/a",
    "node_modules/tool",
  ]);
});

test.each([
  ["@tool/darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ["@tool/tool-win32-ia32-msvc", { os: ["win32"], cpu: ["ia32"] }],
  ["@tool/windows-aarch64", { os: ["win32"], cpu: ["arm64"] }],
  ["@tool/linux-armv7", { os: ["linux"], cpu: ["arm"] }],
  ["@tool/linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@tool/linux-arm64-gnu", { os: ["linux"], cpu: ["arm64"], libc: ["glibc"] }],
  ["@tool/linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@tool/android-arm-eabi", { os: ["android"], cpu: ["arm"] }],
])("%s is for %j", (name, platform) => {
  const { lock } = completeLock(
    lockOf({ "node_modules/tool": { optionalDependencies: { [name]: "1.0.0" } } }),
  );

  expect(lock.packages[`node_modules/${name}`]).toEqual({ version: "1.0.0", optional: true, ...platform });
});

test.each([
  ["a name that tells no system", "@tool/wasm", "1.0.0"],
  ["a version that is a range", "@tool/linux-x64", "^1.0.0"],
])("%s is refused, for only a registry could tell", (_name, name, version) => {
  const lock = lockOf({ "node_modules/tool": { optionalDependencies: { [name]: version } } });

  expect(() => completeLock(lock)).toThrow(name);
});
