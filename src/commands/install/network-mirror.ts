import { copyFile, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeArchive } from "./archive";
import { archiveName } from "./mirror";
import { packageHash } from "./package-hash";
import { writeFailure } from "./write-failure";

/** A package of the provider in a mirror. */
export interface MirroredPackage {
  readonly version: string;
  /** Such as linux_amd64. */
  readonly system: string;
}

interface Index {
  readonly versions: Readonly<Record<string, object>>;
}

interface Archives {
  readonly archives: Readonly<Record<string, { readonly url: string; readonly hashes: readonly string[] }>>;
}

/**
 * Puts an archive of the package, VERSION.json and index.json into each provider's folder of a mirror, in the layout
 * of the provider network mirror protocol. Entries of other versions and platforms stay.
 * @throws naming the file that could not be written
 */
export async function writeNetworkMirror(
  providerFolders: readonly string[],
  { version, system }: MirroredPackage,
): Promise<void> {
  const url = archiveName(version, system);
  let first: { readonly archive: string; readonly hash: string } | undefined;
  for (const folder of providerFolders) {
    const packed = path.join(folder, version, system);
    const archive = path.join(folder, url);
    const hash = first?.hash ?? (await packageHash(packed));
    const source = first?.archive;
    await put(archive, (file) =>
      source === undefined ? writeArchive(packed, file) : linkOrCopy(source, file),
    );
    first ??= { archive, hash };
    const { archives } = await readArchives(folder, version);
    await putJson(versionFile(folder, version), {
      archives: { ...archives, [system]: { url, hashes: [hash] } },
    });
    const { versions } = await readIndex(folder);
    await putJson(indexFile(folder), { versions: { ...versions, [version]: {} } });
  }
}

/** The files that only this package needs: its archive, and each of the two JSON files that lists no other package. */
export async function filesOfPackage(
  folder: string,
  { version, system }: MirroredPackage,
): Promise<string[]> {
  const { archives } = await readArchives(folder, version);
  const { versions } = await readIndex(folder);
  const isLastSystem = isOnly(archives, system);
  return [
    path.join(folder, archiveName(version, system)),
    ...(isLastSystem ? [versionFile(folder, version)] : []),
    ...(isLastSystem && isOnly(versions, version) ? [indexFile(folder)] : []),
  ];
}

/** Removes the package from VERSION.json and index.json if they list other packages too. */
export async function forgetPackage(folder: string, { version, system }: MirroredPackage): Promise<void> {
  const { [system]: mine, ...otherSystems } = (await readArchives(folder, version)).archives;
  if (mine !== undefined && Object.keys(otherSystems).length > 0) {
    await putJson(versionFile(folder, version), { archives: otherSystems });
    return;
  }
  const { [version]: listed, ...otherVersions } = (await readIndex(folder)).versions;
  if (mine !== undefined && listed !== undefined && Object.keys(otherVersions).length > 0) {
    await putJson(indexFile(folder), { versions: otherVersions });
  }
}

function isOnly(members: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.keys(members).every((one) => one === name) && Object.hasOwn(members, name);
}

function versionFile(folder: string, version: string): string {
  return path.join(folder, `${version}.json`);
}

function indexFile(folder: string): string {
  return path.join(folder, "index.json");
}

async function readArchives(folder: string, version: string): Promise<Archives> {
  return { archives: {}, ...(await readJson(versionFile(folder, version))) };
}

async function readIndex(folder: string): Promise<Index> {
  return { versions: {}, ...(await readJson(indexFile(folder))) };
}

/** @throws if the file holds no JSON object: install did not write it and must not replace it */
async function readJson(file: string): Promise<object> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {}
  throw new Error(`${file} holds no JSON object. Repair or remove it, then try again.`);
}

function putJson(file: string, value: object): Promise<void> {
  return put(file, (unfinished) => writeFile(unfinished, `${JSON.stringify(value, null, 2)}\n`));
}

/** Writes a temporary file and renames it, so that a reader never sees a part of it. */
async function put(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = path.join(path.dirname(file), `.unfinished-${process.pid}-${path.basename(file)}`);
  try {
    await write(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    throw writeFailure(file, error);
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

async function linkOrCopy(source: string, file: string): Promise<void> {
  await link(source, file).catch(() => copyFile(source, file));
}
