import { billOfMaterials } from "../../../scripts/release/bill-of-materials.mjs";
import { packageHash } from "../../../scripts/release/digests.mjs";
import { ociLayout } from "../../../scripts/release/oci.mjs";
import { versionProblems } from "../../../scripts/release/version.mjs";

const archive = {
  platform: "linux_amd64",
  name: "example.zip",
  size: 3,
  sha256: "ab".repeat(32),
  hash: "h1:x",
};

test("the hash of a package does not depend on the order of its files", () => {
  const files = [
    { name: "b", content: Buffer.from("2") },
    { name: "a", content: Buffer.from("1") },
  ];

  expect(packageHash(files)).toBe(packageHash([...files].reverse()));
  expect(packageHash(files)).not.toBe(packageHash(files.slice(1)));
});

test("a layout tags the index of the version, and a tag has no plus", () => {
  const { files, archives } = ociLayout("1.2.3+example", [archive]);

  const [index] = JSON.parse(files["index.json"] ?? "").manifests;
  expect(index.annotations).toEqual({ "org.opencontainers.image.ref.name": "1.2.3_example" });
  expect(files[`blobs/sha256/${index.digest.slice("sha256:".length)}`]).toContain('"architecture":"amd64"');
  expect(archives).toEqual({ [`blobs/sha256/${archive.sha256}`]: archive.name });
});

test("a bill of materials names packages, runtime and, where it goes along, the C library", () => {
  const packages = [{ name: "@example/part", version: "1.0.0", license: "MIT" }];
  const urls = (glibc?: string) => {
    const { components } = billOfMaterials("1.2.3", { packages, bun: "2.0.0", glibc }) as {
      components: { purl: string }[];
    };
    return components.map(({ purl }) => purl);
  };

  expect(urls()).toEqual(["pkg:npm/%40example/part@1.0.0", "pkg:github/oven-sh/bun@bun-v2.0.0"]);
  expect(urls("2.36-9+deb12u1")).toContain("pkg:deb/debian/glibc@2.36-9%2Bdeb12u1");
});

test.each([
  ["agree", "## 1.2.3 (2026-01-01)", ["v1.2.3"], "1.2.3", 0],
  ["lack a tag", "## 1.2.3 (2026-01-01)", [], "1.2.3", 1],
  ["have no date", "## 1.2.3 (unreleased)", ["v1.2.3"], "1.2.3", 1],
  ["name another version each", "## 1.2.2 (2026-01-01)", ["v1.2.2"], "1.2.1", 3],
])("places that %s", (_, changelog, tags, packageVersion, problems) => {
  expect(versionProblems("1.2.3", { packageVersion, changelog, tags })).toHaveLength(problems);
});
