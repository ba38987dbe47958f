import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { succeeded, Workspace } from "../harness/workspace";

const root = path.resolve(__dirname, "../../..");

/** Where pages are written by hand. Another test applies the examples of generated pages. */
const folders = ["docs/guides", "templates"];

/** The configurations of a page, as a reader copies them, each with its place. */
function blocksOf(page: string): [place: string, text: string][] {
  const text = readFileSync(path.join(root, page), "utf8");
  return [...text.matchAll(/^```terraform\n(.*?)^```$/gms)].map(([, block = ""], index) => [
    `${page}, block ${index + 1}`,
    block,
  ]);
}

const blocks = folders
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => file.endsWith(".md"))
  .flatMap(blocksOf);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.open();
});
afterAll(() => workspace.close());

async function validate(_place: string, text: string): Promise<void> {
  if (text.includes("required_providers")) await workspace.write("main.tf", text);
  else await workspace.configure(text, "");
  succeeded(await workspace.run("validate", "-no-color"));
}

test.each(blocks)("%s is valid on its own", validate);

test("all of them are formatted", async () => {
  await Promise.all(blocks.map(([place, text]) => workspace.write(`blocks/${place}/main.tf`, text)));
  succeeded(await workspace.run("fmt", "-check", "-recursive", "-diff", "blocks"));
});
