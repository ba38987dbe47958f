// What lies in the archive of a platform.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { compileExecutable } from "../build/executable.mjs";
import { signAdHoc } from "./ad-hoc-signature.mjs";
import { glibcFiles, glibcNotice, glibcPlace } from "./glibc.mjs";
import { launcher } from "./launcher.mjs";
import { platforms } from "./platforms.mjs";
import { runtimeFor } from "./runtime.mjs";

/**
 * @typedef {import("./platforms.mjs").Platform} Platform
 * @typedef {import("./platforms.mjs").ReleasedPlatform} ReleasedPlatform
 * @typedef {import("./glibc.mjs").Processor} Processor
 * @typedef {{ root: string, bun: import("../build/bun.mjs").Bun, version: string, folder: string, bundle: string }} Release
 */

const IDENTIFIER = "terraform-provider-dialog360";
const EXECUTABLE = 0o755;
const PLAIN = 0o644;

/**
 * @param {Platform} platform
 * @param {Release} release
 * @returns {Promise<{ name: string, mode: number, content: Uint8Array }[]>}
 */
export async function contentsOf(platform, release) {
  /** @type {ReleasedPlatform} */
  const { suffix, debian } = platforms[platform];
  const program = await compiled(platform, release);
  const name = `terraform-provider-dialog360_v${release.version}${suffix}`;
  const started =
    debian === undefined
      ? [{ name, mode: EXECUTABLE, content: program }]
      : await launched(name, program, debian, release.root);
  return [...started, ...(await licences(release.root, debian !== undefined))];
}

/**
 * Terraform starts the launcher; all else lies in a folder, where it does not look.
 * @param {string} name
 * @param {Buffer} program
 * @param {Processor} debian
 * @param {string} root
 */
async function launched(name, program, debian, root) {
  const beside = [
    { name: "provider", mode: EXECUTABLE, content: program },
    ...(await glibcFiles(root, debian)),
  ];
  return [
    { name, mode: EXECUTABLE, content: Buffer.from(launcher(glibcPlace(debian))) },
    ...beside.map((file) => ({ ...file, name: `runtime/${file.name}` })),
  ];
}

/**
 * @param {Platform} platform
 * @param {Release} release
 */
async function compiled(platform, { root, bun, bundle }) {
  /** @type {ReleasedPlatform} */
  const { runtime, suffix, unsigned } = platforms[platform];
  const folder = await mkdtemp(path.join(root, "build/release-"));
  try {
    // The file's own name goes into the executable, so it is the same for every version and folder.
    const file = path.join(folder, `provider${suffix}`);
    const target = { name: runtime, program: await runtimeFor(root, runtime) };
    await compileExecutable({ root, bun, bundle, file, target });
    const program = await readFile(file);
    return unsigned ? signAdHoc(program, IDENTIFIER) : program;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {boolean} withGlibc
 */
async function licences(root, withGlibc) {
  const notices = await readFile(path.join(root, "build/THIRD-PARTY-NOTICES.txt"), "utf8");
  const own = withGlibc ? [await glibcNotice(root)] : [];
  return [
    { name: "LICENSE", mode: PLAIN, content: await readFile(path.join(root, "LICENSE")) },
    {
      name: "THIRD-PARTY-NOTICES.txt",
      mode: PLAIN,
      content: Buffer.from([...own, notices].join(`\n\n${"-".repeat(80)}\n\n`)),
    },
  ];
}
