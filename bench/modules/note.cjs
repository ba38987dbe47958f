// Notes how long each module takes to load by itself, until the handshake line is written; then prints what it noted
// in place of that line, and ends the process.
const fs = require("node:fs");
/** @type {any} no types stand for the loader's own functions */
const Module = require("node:module");

/** @type {Record<string, number>} */
const own = {};
const open = [{ within: 0 }];
const load = Module._load;
/**
 * @this {unknown}
 * @param {string} request
 * @param {unknown} parent
 * @param {boolean} isMain
 */
Module._load = function noted(request, parent, isMain) {
  const started = performance.now();
  open.push({ within: 0 });
  try {
    return load.call(this, request, parent, isMain);
  } finally {
    const { within } = open.pop() ?? { within: 0 };
    const time = performance.now() - started;
    const above = open.at(-1);
    if (above !== undefined) above.within += time;
    const name = Module.isBuiltin(request) ? request : Module._resolveFilename(request, parent, isMain);
    own[name] = (own[name] ?? 0) + time - within;
  }
};

/** @type {(descriptor: number, text: any, ...rest: any[]) => number} */
const writeSync = fs.writeSync;
fs.writeSync = (/** @type {number} */ descriptor, /** @type {any} */ text, /** @type {any[]} */ ...rest) => {
  if (!String(text).startsWith("1|")) return writeSync(descriptor, text, ...rest);
  writeSync(descriptor, JSON.stringify(own));
  return process.exit();
};
