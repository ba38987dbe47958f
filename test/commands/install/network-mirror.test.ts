import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { forgetPackage, writeNetworkMirror } from "../../../src/commands/install/network-mirror";
import { unzipped } from "../../acceptance/harness/unzip";
import { filesBelow } from "../../files-below";

const system = "linux_amd64";
const url = `terraform-provider-dialog360_1.2.3_${system}.zip`;
const content = new Map([
  ["LICENSE", "licence"],
  ["runtime/provider", "program"],
  ["terraform-provider-dialog360_v1.2.3", "launcher"],
]);

let mirror: string;
let folders: string[];
beforeEach(() => {
  mirror = mkdtempSync(path.join(tmpdir(), "dialog360-mirror-"));
  folders = ["a", "b"].map((name) => path.join(mirror, name));
  for (const folder of folders) {
    for (const [name, text] of content) {
      const file = path.join(folder, "1.2.3", system, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text, { mode: name === "LICENSE" ? 0o644 : 0o755 });
    }
  }
});
afterEach(() => rmSync(mirror, { recursive: true, force: true }));

const json = (...names: string[]) => JSON.parse(readFileSync(path.join(mirror, ...names), "utf8"));

// Go computes the digest so (golang.org/x/mod/sumdb/dirhash): made once with sha256sum and base64.
const hash = "h1:4At5+Ql3AP9VlUKMAaZXcn307QImATu0Je7m6E1NUIQ=";

test("each provider's folder gets the archive, VERSION.json and index.json", async () => {
  await writeNetworkMirror(folders, { version: "1.2.3", system });

  for (const folder of ["a", "b"]) {
    expect(json(folder, "index.json")).toEqual({ versions: { "1.2.3": {} } });
    expect(json(folder, "1.2.3.json")).toEqual({ archives: { [system]: { url, hashes: [hash] } } });
  }
  expect(filesBelow(mirror).filter((file) => file.includes("unfinished"))).toEqual([]);
});

test("the archive holds the package", async () => {
  await writeNetworkMirror(folders, { version: "1.2.3", system });

  const archive = readFileSync(path.join(mirror, "b", url));
  expect(unzipped(archive)).toBe([...content.values()].join("\n"));
  expect(archive.toString("latin1")).toContain("runtime/provider");
});

test("what the files say of other versions and platforms stays, also when the package is forgotten", async () => {
  const [folder = ""] = folders;
  const other = { url: "other.zip", hashes: ["h1:other"] };
  writeFileSync(path.join(folder, "index.json"), '{"versions":{"1.0.0":{}}}');
  writeFileSync(path.join(folder, "1.2.3.json"), JSON.stringify({ archives: { darwin_arm64: other } }));
  await writeNetworkMirror([folder], { version: "1.2.3", system });
  expect(Object.keys(json("a", "index.json").versions)).toEqual(["1.0.0", "1.2.3"]);
  expect(Object.keys(json("a", "1.2.3.json").archives)).toEqual(["darwin_arm64", system]);

  await forgetPackage(folder, { version: "1.2.3", system });
  expect(json("a", "1.2.3.json")).toEqual({ archives: { darwin_arm64: other } });
  expect(Object.keys(json("a", "index.json").versions)).toEqual(["1.0.0", "1.2.3"]);
});

test("a file that is no JSON is named and not written over", async () => {
  const [folder = ""] = folders;
  const file = path.join(folder, "1.2.3.json");
  writeFileSync(file, "notes");

  await expect(writeNetworkMirror([folder], { version: "1.2.3", system })).rejects.toThrow(file);

  expect(readFileSync(file, "utf8")).toBe("notes");
  expect(existsSync(path.join(folder, "index.json"))).toBe(false);
});
