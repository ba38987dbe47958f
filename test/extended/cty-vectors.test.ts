import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { program, suite } from "./needs";

const folder = path.resolve(__dirname, "../vectors");

suite("the vectors of Terraform's own library", { go: program(["go"], "GO") }, ({ go }) => {
  test("are those that its program makes", () => {
    const { stdout, stderr, status } = spawnSync(go, ["run", "-mod=readonly", "."], {
      cwd: path.join(folder, "go"),
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });

    expect(status === 0 ? "" : stderr).toBe("");
    expect(stdout === readFileSync(path.join(folder, "cty.json"), "utf8")).toBe(true);
  }, 300_000);
});
