import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { program, suite } from "./needs";

const root = path.resolve(__dirname, "../..");
const example = path.join(root, "examples/ci");

/** A repository that took the example over: actionlint looks for actions and workflows in .github. */
function repository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ci-repository-"));
  cpSync(path.join(example, "github"), path.join(folder, ".github"), { recursive: true });
  cpSync(path.join(example, "pipeline"), path.join(folder, "pipeline"), { recursive: true });
  mkdirSync(path.join(folder, ".git"));
  return folder;
}

suite("the workflows of the example", { actionlint: program(["actionlint"], "ACTIONLINT") }, ({
  actionlint,
}) => {
  test("have no finding", () => {
    const folder = repository();
    const { stdout, status } = spawnSync(actionlint, [], { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });

    expect([stdout, status]).toEqual(["", 0]);
  });
});

suite("the scripts of the example", { shellcheck: program(["shellcheck"], "SHELLCHECK") }, ({
  shellcheck,
}) => {
  test("have no finding", () => {
    const pipeline = path.join(example, "pipeline");
    const scripts = readdirSync(pipeline).filter((file) => file.endsWith(".sh"));
    const { stdout, status } = spawnSync(shellcheck, ["--external-sources", ...scripts], {
      cwd: pipeline,
      encoding: "utf8",
    });

    expect([stdout, status]).toEqual(["", 0]);
  });
});
