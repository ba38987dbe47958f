import { readFile } from "node:fs/promises";
import { dataSource, string } from "tf-provider-framework";
import type { Client } from "./provider";

/** The text of a file that something else manages. */
export const fileText = dataSource<Client>()({
  type: "file_text",
  description: "The text of a file.",
  schema: {
    name: string({ required: true, description: "Name of the file." }),
    text: string({ computed: true, description: "What the file holds." }),
  },
  async read({ config, client }) {
    return { ...config, text: await readFile(client.place(config.name), "utf8") };
  },
});
