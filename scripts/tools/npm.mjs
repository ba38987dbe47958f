// How the scripts start npm.
//
// ready.mjs uses this file, so its syntax is that of Node 12.

/**
 * The npm that runs this script; without one, the one on PATH.
 * @param {...string} args
 * @returns {{ command: string, args: string[] }}
 */
export function npm(...args) {
  const own = process.env["npm_execpath"] || "";
  if (/npm-cli\.c?js$/.test(own)) return { command: process.execPath, args: [own, ...args] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args };
}
