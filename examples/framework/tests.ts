// Tests of the notes as docs/framework shows them. Compiled by a test, never run.
import assert from "node:assert";
import test from "node:test";
import { checkProvider, type Provider } from "tf-provider-framework";
import { operationContext, testProvider } from "tf-provider-framework/testing";
import { type Notes, note } from "./note";

declare const notes: Provider;

test("the definition has no faults", () => {
  assert.deepEqual(checkProvider(notes), []);
});

test("a note is made, changed, imported and removed", async () => {
  const config = (text: string) => `
    provider "notes" { folder = "./notes" }
    resource "notes_note" "it" {
      name = "today"
      text = "${text}"
    }`;
  await testProvider(notes, {
    steps: [
      {
        config: config("one"),
        plan: { "notes_note.it": "create" },
        state: { "notes_note.it": { text: "one" } },
      },
      { plan: "empty", importVerify: { "notes_note.it": "today" } },
      { config: config("two"), plan: { "notes_note.it": "update" } },
      { config: config("two").replace("today", "To day"), error: /lower-case/ },
    ],
  });
});

test("read tells that a note is gone", async () => {
  const client: Notes = { fileOf: (name) => `/nowhere/${name}` };
  const state = { name: "today", text: "one", id: "/nowhere/today" };
  assert.equal(await note.read({ ...operationContext(client), state }), null);
});
