import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { matches, resource, string } from "tf-provider-framework";
import type { Client } from "./provider";

/** A text file in the provider's folder. */
export const file = resource<Client>()({
  type: "file",
  description: "A text file.",
  schema: {
    name: string({
      required: true,
      replaces: true,
      validate: [matches(/^[\w.-]+$/, 'must be letters, digits, ".", "_" and "-"')],
      description: "Name of the file. Changing it makes a new one.",
    }),
    text: string({ required: true, description: "What the file holds." }),
    id: string({ computed: true, stable: true, description: "Path of the file." }),
  },
  identity: { name: "required" },
  importId: (name) => ({ name }),
  async create({ plan, client }) {
    const id = client.place(plan.name);
    await mkdir(path.dirname(id), { recursive: true });
    await writeFile(id, plan.text);
    return { ...plan, id };
  },
  async read({ state, client }) {
    const id = client.place(state.name);
    const text = await tryRead(id);
    return text === null ? null : { ...state, id, text };
  },
  async update({ plan, state, client }) {
    await writeFile(client.place(plan.name), plan.text);
    return { ...plan, id: state.id };
  },
  async delete({ state, client }) {
    await rm(client.place(state.name), { force: true });
  },
});

/** The text of a file; null where there is none. */
async function tryRead(place: string): Promise<string | null> {
  try {
    return await readFile(place, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
