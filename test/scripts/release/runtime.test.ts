import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { chosenPlatforms, platforms } from "../../../scripts/release/platforms.mjs";
import { checkIntegrity } from "../../../scripts/release/runtime.mjs";

const lock = JSON.parse(readFileSync(path.join(__dirname, "../../../package-lock.json"), "utf8"));

test.each(Object.keys(platforms))(
  "the lock has a digest for the Bun of %s, at the version that compiles",
  (name) => {
    const { version, integrity } = lock.packages[`node_modules/@oven/${platforms[name].runtime}`];

    expect(version).toBe(lock.packages["node_modules/bun"].version);
    expect(integrity).toMatch(/^sha512-/);
  },
);

test("a package that is not the one the lock names is refused by both digests", () => {
  const digest = (text: string) => `sha512-${createHash("sha512").update(text).digest("base64")}`;

  expect(() => checkIntegrity("a@1", Buffer.from("right"), digest("right"))).not.toThrow();
  expect(() => checkIntegrity("a@1", Buffer.from("wrong"), digest("right"))).toThrow(
    expect.objectContaining({ message: expect.stringContaining(digest("wrong")) }),
  );
});

test("without words a release is for every platform, and an unknown one is named beside those there are", () => {
  expect(chosenPlatforms([])).toHaveLength(6);
  expect(chosenPlatforms(["linux_arm64"])).toEqual(["linux_arm64"]);
  expect(() => chosenPlatforms(["linux_amd64", "beos"])).toThrow(/"beos".*\blinux_amd64\b/);
});
