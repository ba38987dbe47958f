// What package-lock.json lacks, as a pure function of its content.
import { platformOf } from "./platform.mjs";

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Readonly<Record<string, Entry>>} Packages
 * @typedef {{ packages: Packages }} Lock
 */

/**
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }} a lock in which every optional dependency has an entry
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  /** @type {string[]} */
  const added = [];
  for (const { parent, name, version } of optionalDependencies(lock.packages)) {
    if (resolve(packages, parent, name) !== undefined) continue;
    packages[`node_modules/${name}`] = entryFor(name, version, lock.packages[parent] ?? {});
    added.push(`${name} ${version}`);
  }
  return { lock: { ...lock, packages: sorted(packages) }, added };
}

/** @param {Packages} packages */
function optionalDependencies(packages) {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ parent, name, version })),
  );
}

/**
 * Looks a package up as Node does: beside its parent first, then in each folder above.
 * @param {Packages} packages
 * @param {string} parent
 * @param {string} name
 */
function resolve(packages, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const entry = packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (entry !== undefined || folder === "") return entry;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Entry} parent
 */
function entryFor(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${name}: "${version}" is a range, and only a registry knows what it stands for`);
  }
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}

/**
 * npm keeps the entries in this order; keeping it too makes small diffs.
 * @param {Packages} packages
 */
function sorted(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
}
