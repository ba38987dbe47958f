import path from "node:path";
import { DiagnosticError, provider as define, isUnknown, string } from "tf-provider-framework";
import { file } from "./file";
import { fileText } from "./file-text";

/** What the provider's block comes to: every operation gets it as `client`. Here it knows one folder. */
export interface Client {
  place(name: string): string;
}

export const provider = define<Client>()({
  name: "__NAME__",
  address: "__NAMESPACE__/__NAME__",
  version: "0.1.0",
  description: "Keeps text files in a folder.",
  schema: {
    folder: string({ required: true, description: "Folder of the files. Made with the first of them." }),
  },
  configure({ config: { folder } }) {
    return {
      place(name) {
        // While planning, a setting may come from an object that does not exist yet.
        if (isUnknown(folder) || folder === null) {
          throw new DiagnosticError("Folder not known yet", "Apply what the folder comes from first.");
        }
        return path.join(folder, name);
      },
    };
  },
  resources: [file],
  dataSources: [fileText],
});
