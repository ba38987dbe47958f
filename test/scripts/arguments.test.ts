import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "../..");

test.each([
  ...["build", "check", "generate", "pack-framework", "release", "serve", "simulator", "start"].map(
    (name) => `scripts/${name}.mjs`,
  ),
  "bench/run.mjs",
])("%s ends with 2 on an argument that it does not have, and does nothing", (script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), "--wrong"], {
    encoding: "utf8",
    cwd: root,
    timeout: 25_000,
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("--wrong");
});
