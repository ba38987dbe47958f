// Fetches files of Debian with apt, for any processor and without touching what apt knows about this machine.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { messageOf } from "../tools/errors.mjs";

const SOURCES = "/etc/apt/sources.list.d/debian.sources";

/**
 * Runs one apt-get command that downloads files, and moves these into a folder, which is complete or not there.
 * @param {string} folder
 * @param {readonly string[]} command
 * @throws if this is no Debian, or Debian no longer has what is asked for
 */
export async function fetchFromDebian(folder, command) {
  await mkdir(path.dirname(folder), { recursive: true });
  const scratch = await mkdtemp(`${folder}-`);
  const files = path.join(scratch, "files");
  try {
    const env = { ...process.env, APT_CONFIG: await configure(scratch), LC_ALL: "C" };
    /** @param {string[]} args */
    const apt = (...args) => promisify(execFile)("apt-get", ["-q", ...args], { cwd: files, env });
    await mkdir(files);
    await apt("update");
    await apt(...command);
    await rename(files, folder);
  } catch (error) {
    const { stderr } = /** @type {{ stderr?: string }} */ (error);
    throw new Error(`apt-get ${command.join(" ")}: ${stderr?.trim() || messageOf(error)}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The machine's own servers and their keys, with source packages and every processor of a release.
 * @param {string} scratch
 */
async function configure(scratch) {
  const own = await readFile(SOURCES, "utf8").catch(() => {
    throw new Error(`there is no ${SOURCES}: it takes a Debian 12, in a container, say`);
  });
  /** @param {string} name */
  const place = (name) => path.join(scratch, name);
  for (const name of ["lists/partial", "cache/archives/partial", "sources"])
    await mkdir(place(name), { recursive: true });
  await writeFile(place("sources/debian.sources"), own.replace(/^Types: deb$/gm, "Types: deb deb-src"));
  const settings = [
    'APT::Architectures { "amd64"; "arm64"; };',
    `Dir::State::lists ${JSON.stringify(place("lists"))};`,
    `Dir::Cache ${JSON.stringify(place("cache"))};`,
    `Dir::Etc::sourceparts ${JSON.stringify(place("sources"))};`,
    'Dir::Etc::sourcelist "/dev/null";',
    'Acquire::Languages "none";',
  ];
  await writeFile(place("apt.conf"), `${settings.join("\n")}\n`);
  return place("apt.conf");
}

/**
 * The files of a folder, by their paths.
 * @param {string} folder
 */
export async function filesOf(folder) {
  return (await readdir(folder)).sort().map((name) => path.join(folder, name));
}
