// What package-lock.json lacks, as a pure function of its content.
import { platformOf } from "./platform.mjs";

/** @returns {{ lock: object, added: string[] }} a lock in which every optional dependency has an entry */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const { parent, name, version } of optionalDependencies(lock.packages)) {
    if (resolve(packages, parent, name) !== undefined) continue;
    packages[`node_modules/${name}`] = entryFor(name, version, lock.packages[parent]);
    added.push(`${name} ${version}`);
  }
  return { lock: { ...lock, packages: sorted(packages) }, added };
}

function optionalDependencies(packages) {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ parent, name, version })),
  );
}

/** Looks a package up as Node does: beside its parent first, then in each folder above. */
function resolve(packages, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const entry = packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (entry !== undefined || folder === "") return entry;
  }
}

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

/** npm keeps the entries in this order; keeping it too makes small diffs. */
function sorted(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
}
