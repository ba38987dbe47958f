// How the build's steps start npm.

/** The npm that runs this script; without one, the one on PATH. */
export function npm(...args) {
  const own = process.env.npm_execpath ?? "";
  if (/npm-cli\.c?js$/.test(own)) return { command: process.execPath, args: [own, ...args] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args };
}
