// Runs terraform with the provider inside this process: breakpoints work. TERRAFORM_BINARY names another binary.

import assert from "node:assert";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { testProvider } from "tf-provider-framework/testing";
import { provider } from "../dist/provider.js";

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "__NAME__-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configuration = (text) => `
provider "__NAME__" {
  folder = "${folder}"
}
resource "__NAME___file" "note" {
  name = "note.txt"
  text = "${text}"
}
data "__NAME___file_text" "note" {
  name = __NAME___file.note.name
}
`;
const address = "__NAME___file.note";

test("a file is created, changed, healed, imported and removed", async () => {
  const place = path.join(folder, "note.txt");
  await testProvider(provider, {
    steps: [
      { config: configuration("one"), state: { [address]: { id: place, text: "one" } } },
      { plan: "empty", importVerify: { [address]: "note.txt" } },
      { config: configuration("two"), state: { [address]: { text: "two" } } },
      { config: configuration("two"), check: () => writeFileSync(place, "changed by hand") },
      { state: { [address]: { text: "two" } } },
    ],
  });
  assert.deepEqual(readdirSync(folder), []);
});

test("a name with a slash is refused", async () => {
  const config = configuration("one").replace('"note.txt"', '"a/b"');
  await testProvider(provider, { steps: [{ config, error: /must be letters/ }] });
});
