// Which system a platform package is for, read from its name: the registry that could tell does not have it.

const SYSTEMS = {
  aix: "aix",
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  netbsd: "netbsd",
  openbsd: "openbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  win32: "win32",
  windows: "win32",
};

const PROCESSORS = {
  aarch64: "arm64",
  arm: "arm",
  arm64: "arm64",
  armv7: "arm",
  ia32: "ia32",
  loong64: "loong64",
  mips64el: "mips64el",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
  x64: "x64",
};

const LIBRARIES = { gnu: "glibc", glibc: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * @param {string} name such as `@example/tool-linux-x64-musl`
 * @returns {{ os: string, cpu: string, libc: string | undefined }} in npm's words
 * @throws when the name tells no system or no processor
 */
export function platformOf(name) {
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  /** @param {Record<string, string>} table */
  const find = (table) => table[words.findLast((word) => Object.hasOwn(table, word)) ?? ""];
  const os = find(SYSTEMS);
  const cpu = find(PROCESSORS);
  if (os === undefined || cpu === undefined) throw new Error(`${name}: no system and processor in this name`);
  return { os, cpu, libc: os === "linux" ? find(LIBRARIES) : undefined };
}
