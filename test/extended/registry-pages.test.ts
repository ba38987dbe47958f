import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { providerSchemaJson } from "../../src/framework";
import { dialog360Provider } from "../../src/provider";
import { program, suite } from "./needs";

const root = path.resolve(__dirname, "../..");
const TOOL = "github.com/hashicorp/terraform-plugin-docs/cmd/tfplugindocs@v0.25.0";

/** The key under which the tool looks for a provider, whatever its address is. */
const KEY = `registry.terraform.io/hashicorp/${dialog360Provider.name}`;

suite("the registry's own tool", { go: program(["go"], "GO") }, ({ go }) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "dialog360-pages-"));
    for (const name of ["docs", "examples"]) {
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
    const schema = {
      format_version: "1.0",
      provider_schemas: { [KEY]: providerSchemaJson(dialog360Provider) },
    };
    writeFileSync(path.join(folder, "schema.json"), JSON.stringify(schema));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("accepts the pages", () => {
    const settings = ["--provider-dir", folder, "--provider-name", dialog360Provider.name];
    const { status, stdout, stderr } = spawnSync(
      go,
      ["run", TOOL, "validate", ...settings, "--providers-schema", path.join(folder, "schema.json")],
      { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 },
    );

    expect(status === 0 ? "" : `${stdout}${stderr}`).toBe("");
  }, 300_000);
});
