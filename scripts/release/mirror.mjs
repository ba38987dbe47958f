// The two lists of a provider network mirror. With the archives beside them, a release's folder is the folder of a
// mirror: MIRROR/registry.terraform.io/dialog360/dialog360/.

/**
 * @param {string} version
 * @param {readonly import("./archive.mjs").Archive[]} archives
 * @returns {Readonly<Record<string, object>>} contents of JSON files, by name
 */
export function mirrorLists(version, archives) {
  const listed = archives.map(({ platform, name, sha256, hash }) => [
    platform,
    { url: name, hashes: [hash, `zh:${sha256}`] },
  ]);
  return {
    "index.json": { versions: { [version]: {} } },
    [`${version}.json`]: { archives: Object.fromEntries(listed) },
  };
}
