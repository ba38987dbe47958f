// Holds the places that name the version against each other before anything is made.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @param {string} root
 * @param {string | undefined} asked the version that the release is said to be; with it, CHANGELOG.md and the tag of
 *   the commit have to name it too
 * @returns {Promise<string>} the version of package.json
 * @throws naming each place that disagrees
 */
export async function checkedVersion(root, asked) {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  if (asked === undefined) return version;
  const problems = versionProblems(asked, {
    packageVersion: version,
    changelog: await readFile(path.join(root, "CHANGELOG.md"), "utf8"),
    tags: tagsOf(root),
  });
  if (problems.length > 0) throw new Error(`${asked} cannot be released:\n  ${problems.join("\n  ")}`);
  return version;
}

/**
 * @param {string} asked
 * @param {{ packageVersion: string, changelog: string, tags: readonly string[] }} places
 * @returns {string[]} a sentence for each place that disagrees
 */
export function versionProblems(asked, { packageVersion, changelog, tags }) {
  const [, heading = "none", note = ""] = /^## (\S+)(.*)$/m.exec(changelog) ?? [];
  return [
    ...(packageVersion === asked ? [] : [`package.json names version ${packageVersion}.`]),
    ...(heading === asked ? [] : [`The first heading of CHANGELOG.md names ${heading}.`]),
    ...(note.includes("unreleased") ? ["CHANGELOG.md calls it unreleased: write the date there."] : []),
    ...(tags.includes(`v${asked}`) ? [] : [`The commit has no tag v${asked}.`]),
  ];
}

/** @param {string} root */
function tagsOf(root) {
  const { stdout } = spawnSync("git", ["tag", "--points-at", "HEAD"], { cwd: root, encoding: "utf8" });
  return (stdout ?? "").split("\n").filter(Boolean);
}
