// One example of each other member of a provider, as docs/framework shows them.
import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import {
  action,
  bool,
  dataSource,
  ephemeralResource,
  listResource,
  moveFrom,
  parameter,
  providerFunction,
  string,
  types,
} from "tf-provider-framework";
import { type Notes, note } from "./note";

export const noteText = dataSource<Notes>()({
  type: "note_text",
  description: "The text of a note that something else manages.",
  schema: {
    name: string({ required: true, description: "Name of the note." }),
    text: string({ computed: true, description: "What the note says." }),
  },
  async read({ config, client }) {
    return { ...config, text: await readFile(client.fileOf(config.name), "utf8") };
  },
});

export const secretNote = ephemeralResource<Notes>()({
  type: "secret_note",
  description: "The text of a note that is read once: it is removed at the end of the run.",
  schema: {
    name: string({ required: true, description: "Name of the note." }),
    text: string({ computed: true, sensitive: true, description: "What the note says." }),
  },
  async open({ config, client, private: kept }) {
    kept.set("name", config.name);
    return { ...config, text: await readFile(client.fileOf(config.name), "utf8") };
  },
  async close({ client, private: kept }) {
    await rm(client.fileOf(String(kept.get("name"))));
  },
});

export const fileName = providerFunction({
  name: "file_name",
  summary: "The file name of a note.",
  description: "Called as `provider::notes::file_name(name)`.",
  parameters: { name: parameter(types.string, { description: "Name of the note." }) },
  returns: types.string,
  call: ({ name }) => `${name}.txt`,
});

export const notesInFolder = listResource<Notes>()({
  resource: note,
  description: "Notes in the provider's folder.",
  schema: { prefix: string({ default: "", description: "Only notes whose names begin with this." }) },
  async *list({ config, client }) {
    for (const name of await namesOf(client)) {
      if (name.startsWith(config.prefix ?? "")) yield { displayName: name, object: { name } };
    }
  },
});

export const sweep = action<Notes>()({
  type: "sweep",
  description: "Removes empty notes.",
  schema: { dry_run: bool({ default: false, description: "Whether nothing is removed." }) },
  async *invoke({ config, client, signal }) {
    for (const name of await namesOf(client)) {
      signal.throwIfAborted();
      if ((await stat(client.fileOf(name))).size > 0) continue;
      if (!config.dry_run) await rm(client.fileOf(name));
      yield `removed ${name}`;
    }
  },
});

const memoSchema = { title: string({ required: true, description: "Name of the memo." }) };

/** For `movedFrom` of the resource. */
export const fromMemo = moveFrom("notes_memo", memoSchema, ({ title }) => ({
  name: title,
  text: "",
  id: title,
}));

/** Names of all notes, sorted. */
async function namesOf(client: Notes): Promise<string[]> {
  const files = await readdir(path.dirname(client.fileOf("any")));
  return files.map((file) => path.basename(file, ".txt")).sort();
}
