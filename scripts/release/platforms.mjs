// The platforms that are released: Terraform's name for each, the Bun that runs there, the program's suffix, Debian's
// name for the processor where a C library goes along, and whether Bun leaves the program without a signature that
// fits.

/**
 * @typedef {keyof typeof platforms} Platform
 * @typedef {{ runtime: string, suffix: string, debian?: import("./glibc.mjs").Processor, unsigned?: boolean }} ReleasedPlatform
 */

/**
 * On x64 there is no separate build of Bun for older processors any more: since 1.4 the one for x64 is the one
 * that was called "baseline", and both packages hold the same bytes.
 */
export const platforms = /** @satisfies {Record<string, ReleasedPlatform>} */ ({
  linux_amd64: { runtime: "bun-linux-x64", suffix: "", debian: "amd64" },
  linux_arm64: { runtime: "bun-linux-aarch64", suffix: "", debian: "arm64" },
  darwin_amd64: { runtime: "bun-darwin-x64", suffix: "", unsigned: true },
  darwin_arm64: { runtime: "bun-darwin-aarch64", suffix: "" },
  windows_amd64: { runtime: "bun-windows-x64", suffix: ".exe" },
  windows_arm64: { runtime: "bun-windows-aarch64", suffix: ".exe" },
});

/**
 * @param {readonly string[]} words
 * @returns {Platform[]}
 * @throws when a name is not that of a platform
 */
export function chosenPlatforms(words) {
  const unknown = words.find((word) => !Object.hasOwn(platforms, word));
  if (unknown !== undefined)
    throw new Error(`there is no platform "${unknown}"; there are ${Object.keys(platforms).join(", ")}`);
  return /** @type {Platform[]} */ (words.length > 0 ? [...words] : Object.keys(platforms));
}
