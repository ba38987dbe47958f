import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { matches, resource, string } from "tf-provider-framework";

/** What the provider's block comes to: every operation gets it as `client`. */
export interface Notes {
  fileOf(name: string): string;
}

/** A text file in the provider's folder. */
export const note = resource<Notes>()({
  type: "note",
  description: "A note: a text file in the provider's folder.",
  schema: {
    name: string({
      required: true,
      replaces: true,
      validate: [matches(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and "-"')],
      description: "Name of the note. Changing it makes a new one.",
    }),
    text: string({ required: true, description: "What the note says." }),
    id: string({ computed: true, stable: true, description: "Path of the file." }),
  },
  identity: { name: "required" },
  importId: (name) => ({ name }),
  async create({ plan, client }) {
    const id = client.fileOf(plan.name);
    await mkdir(path.dirname(id), { recursive: true });
    await writeFile(id, plan.text);
    return { ...plan, id };
  },
  async read({ state, client }) {
    const text = await tryRead(client.fileOf(state.name));
    return text === null ? null : { ...state, text };
  },
  async update({ plan, state, client }) {
    await writeFile(client.fileOf(plan.name), plan.text);
    return { ...plan, id: state.id };
  },
  async delete({ state, client }) {
    await rm(client.fileOf(state.name), { force: true });
  },
});

/** The text of a file; null where there is none. */
async function tryRead(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
