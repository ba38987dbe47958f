import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { program, suite } from "./needs";

const root = path.resolve(__dirname, "../..");
const example = path.join(root, "examples/ci");

/** A repository with these workflows: actionlint looks for them, and for actions, in .github. */
function repository(github: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ci-repository-"));
  cpSync(github, path.join(folder, ".github"), { recursive: true });
  mkdirSync(path.join(folder, ".git"));
  return folder;
}

suite("the workflows", { actionlint: program(["actionlint"], "ACTIONLINT") }, ({ actionlint }) => {
  test.each([
    ["of the example", path.join(example, "github")],
    ["of the project", path.join(root, ".github")],
  ])("%s have no finding", (_, github) => {
    const folder = repository(github);
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
