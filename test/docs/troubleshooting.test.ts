import { readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../files-below";

const root = path.resolve(__dirname, "../..");
const folders = ["src/provider", "src/framework"];
const sources = folders
  .flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => path.join(root, folder, file)))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** The first cells of the table of messages: titles, where "…" stands for a value. */
function titles(): string[] {
  const guide = readFileSync(path.join(root, "docs/guides/troubleshooting.md"), "utf8");
  const [, table = ""] = /^## Messages\n\n.*?\n\|---\|---\|\n(.*?)\n\n/ms.exec(guide) ?? [];
  return [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
    cell.replace(/ \([^)]*\)/g, "").split(", "),
  );
}

/** The longest text of a title that no value interrupts. */
function fixedPart(title: string): string {
  const parts = title.split("…").map((part) => part.trim());
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

test("the guide's table of messages is found", () => {
  expect(titles().length).toBeGreaterThan(30);
});

test.each(titles())("the provider has a message with the title %s", (title) => {
  expect(sources).toContain(fixedPart(title));
});
