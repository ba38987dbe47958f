import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(__dirname, "../.github/workflows");
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(path.join(folder, name), "utf8")] as const,
);

describe.each(workflows)("%s", (_name, text) => {
  test("pins each action by a digest and names its version", () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, action = ""]) => action);

    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("grants nothing to all jobs, and keeps no credentials of git", () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const checkouts = text.split("actions/checkout@").slice(1);
    for (const step of checkouts) expect(step.split("- ")[0]).toContain("persist-credentials: false");
  });
});

test("a release is made only from a tag whose version is checked, and is signed", () => {
  const release = new Map(workflows).get("release.yml");

  expect(release).toMatch(/^ {4}tags: \["v\*"\]$/m);
  expect(release).toMatch(/--version "\$\{TAG#v\}" --sign/);
});
