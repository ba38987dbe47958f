#!/usr/bin/env node
import path from "node:path";
import { DiagnosticError, isUnknown, provider, serve, string } from "tf-provider-framework";
import { type Notes, note } from "./note";

const notes = provider<Notes>()({
  name: "notes",
  address: "example/notes",
  version: "0.1.0",
  description: "Keeps notes as text files.",
  schema: {
    folder: string({ required: true, description: "Folder of the notes. Made when the first one is." }),
  },
  configure({ config: { folder } }) {
    return {
      fileOf(name) {
        // While planning, a setting may come from something that does not exist yet.
        if (isUnknown(folder) || folder === null) {
          throw new DiagnosticError(
            "Folder not known yet",
            "The provider's folder comes from something that is not created yet. Apply that first.",
          );
        }
        return path.join(folder, `${name}.txt`);
      },
    };
  },
  resources: [note],
  dataSources: [],
});

void serve(notes);
