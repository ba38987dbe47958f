import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { placeProgram } from "../../../src/commands/install/place-program";
import { runningProgram } from "../../../src/commands/install/running-program";
import { version } from "../../../src/version";
import { filesBelow } from "../../files-below";

const launcherName = `terraform-provider-dialog360_v${version}`;
const placedFiles = [
  "LICENSE",
  "THIRD-PARTY-NOTICES.txt",
  "runtime/ld-linux-x86-64.so.2",
  "runtime/provider",
  launcherName,
];

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "dialog360-place-"));
  for (const file of [...placedFiles, "holiday.jpg", "other/file"]) put(file, `content of ${file}`);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function put(file: string, content: string): void {
  const place = path.join(home, "downloads", file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content, { mode: path.basename(file) === "LICENSE" ? 0o644 : 0o755 });
}

const unpacked = () => path.join(home, "downloads", launcherName);
const targets = () => ["a", "b"].map((name) => path.join(home, name));

test.each(["provider", "ld-linux-x86-64.so.2"])(
  "what runs from the folder beside a launcher, as %s, is known by the launcher",
  (name) => {
    const argv = ["bun", "/$bunfs/root/provider"];

    expect(runningProgram(argv, path.join(home, "downloads/runtime", name))).toEqual({
      kind: "launcher",
      file: unpacked(),
    });
  },
);

test("an executable in a folder of that name, without a launcher above it, is an executable", () => {
  rmSync(unpacked());
  const file = path.join(home, "downloads/runtime/provider");

  expect(runningProgram(["bun", "/$bunfs/root/provider"], file)).toEqual({ kind: "executable", file });
});

test("a launcher is placed with all that belongs to it, and with nothing else that lies beside it", async () => {
  const placed = await placeProgram({ kind: "launcher", file: unpacked() }, targets(), version);

  expect(placed).toEqual(
    targets().map((folder) => ({ folder, file: path.join(folder, launcherName), outcome: "new" })),
  );
  for (const folder of targets()) {
    expect(filesBelow(folder)).toEqual([...placedFiles].sort());
    for (const file of placedFiles)
      expect(readFileSync(path.join(folder, file), "utf8")).toBe(`content of ${file}`);
    expect(statSync(path.join(folder, "LICENSE")).mode & 0o111).toBe(0);
    expect(statSync(path.join(folder, launcherName)).mode & 0o111).toBe(0o111);
  }
});

test("an executable is placed with its licences alone", async () => {
  await placeProgram({ kind: "executable", file: unpacked() }, targets(), version);

  expect(filesBelow(path.join(home, "a"))).toEqual(
    ["LICENSE", "THIRD-PARTY-NOTICES.txt", launcherName].sort(),
  );
});

test("where one file of a release differs from what is there, the program counts as replaced", async () => {
  await placeProgram({ kind: "launcher", file: unpacked() }, targets(), version);
  put("runtime/provider", "another build");

  const placed = await placeProgram({ kind: "launcher", file: unpacked() }, targets(), version);

  expect(placed.map(({ outcome }) => outcome)).toEqual(["replaced", "replaced"]);
  expect(readFileSync(path.join(home, "b/runtime/provider"), "utf8")).toBe("another build");
});
