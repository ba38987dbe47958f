import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../files-below";

const root = path.resolve(__dirname, "../..");
/** A template is part of a page in docs/, where its links are followed. */
const folders = ["docs", "design", "examples", "modules"];
const pages = [
  ...["README.md", "CHANGELOG.md"],
  ...folders.flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => path.join(folder, file))),
].filter((file) => file.endsWith(".md") && !file.includes("node_modules"));

/** A page without its code blocks, in which brackets mean something else. */
function proseOf(page: string): string {
  return readFileSync(path.join(root, page), "utf8").replace(/^```.*?^```$/gms, "");
}

/** The anchors that GitHub and the registries make of headings, and those that are written out. */
function anchorsOf(page: string): Set<string> {
  const text = proseOf(page);
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
  const written = [...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = ""]) => id);
  return new Set([...headings, ...written]);
}

/** Why a link of a page leads nowhere; undefined if it leads somewhere, or off the tree. */
function problemOf(page: string, target: string): string | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [file = "", anchor] = target.split("#");
  const place = file === "" ? page : path.join(path.dirname(page), file);
  if (!existsSync(path.join(root, place))) return `${target}: there is no ${place}`;
  if (anchor === undefined || anchorsOf(place).has(anchor)) return undefined;
  return `${target}: ${place} has no such heading`;
}

test.each(pages)("the links of %s lead somewhere", (page) => {
  const targets = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

  expect(targets.flatMap((target) => problemOf(page, target) ?? [])).toEqual([]);
});

// Both registries drop ".md" from relative links, and so follow those of the pages in folders. The provider's page lies
// one segment higher there than on GitHub: no relative link of it leads to the same page on both.
test("the provider's page has no relative links", () => {
  expect([...proseOf("docs/index.md").matchAll(/\]\((?![a-z]+:|#)[^)]*\)/g)].map(([link]) => link)).toEqual(
    [],
  );
});
