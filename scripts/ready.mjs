// Makes a clone ready to run: checks Node, with --terraform also terraform or tofu, then installs packages if
// those in node_modules are not the ones in package-lock.json. Every npm script begins here.
//
// No dependency, and no syntax newer than Node 12: whoever has an old Node should read why it is too old.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix
import { spawnSync } from "child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "fs";
import path from "path";
import { fileURLToPath } from "url";

// biome-ignore-end lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix

const OLDEST_NODE = [20, 18, 1];
/** What one package takes on disk, on average, to say beforehand about how much will be installed. */
const MEGABYTES_PER_PACKAGE = 1.5;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

checkNode();
if (process.argv.includes("--terraform")) checkTerraform();
installPackages();

function checkNode() {
  const present = process.versions.node.split(".").map(Number);
  const at = OLDEST_NODE.findIndex((part, index) => part !== present[index]);
  if (at === -1 || present[at] > OLDEST_NODE[at]) return;
  stop(
    `Node ${OLDEST_NODE.join(".")} or newer is needed, better 22 or newer; this is ${process.versions.node}.`,
    "Get one from https://nodejs.org/en/download, or with a version manager such as nvm, fnm or mise.",
  );
}

function checkTerraform() {
  if (isOnPath("terraform") || isOnPath("tofu")) return;
  stop(
    "Neither terraform nor tofu is on PATH. Terraform: https://developer.hashicorp.com/terraform/install",
    "OpenTofu: https://opentofu.org/docs/intro/install/",
  );
}

function isOnPath(program) {
  const file = process.platform === "win32" ? `${program}.exe` : program;
  const folders = (process.env.PATH || "").split(path.delimiter).filter(Boolean);
  return folders.some((folder) => isExecutable(path.join(folder, file)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function installPackages() {
  const wanted = packagesForThisSystem();
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  const megabytes = Math.round((wanted.length * MEGABYTES_PER_PACKAGE) / 10) * 10;
  console.log(
    `Packages missing or out of date: ${missing.length} (${missing.slice(0, 3).join(", ")}${missing.length > 3 ? ", …" : ""}).`,
  );
  console.log(`Running npm ci: ${wanted.length} packages, about ${megabytes} MB on disk.`);
  const status = runNpm(
    "ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund".split(" "),
  );
  if (status !== 0) stop("npm ci failed; what it said stands above. Nothing else was done.");
}

/** The locked packages that npm would fetch: not the optional ones of other systems, nor what comes in another's. */
function packagesForThisSystem() {
  const locked = readPackages("package-lock.json");
  if (locked === undefined) stop("package-lock.json is missing or is not JSON: this is not a whole clone.");
  const isFetched = (entry) => !entry.link && !entry.inBundle && (!entry.optional || matches(entry));
  return Object.keys(locked)
    .filter((place) => place !== "" && isFetched(locked[place]))
    .map((place) => ({ place, entry: locked[place] }));
}

function missingPackages(wanted) {
  const installed = readPackages("node_modules/.package-lock.json") || {};
  const isThere = ({ place, entry }) =>
    installed[place] && installed[place].version === entry.version && existsSync(path.join(root, place));
  return wanted.filter((item) => !isThere(item)).map(({ place }) => place.replace(/^.*node_modules\//, ""));
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function matches(entry) {
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allowsLibrary(entry.libc);
}

/** npm's rule: a list of names, or of names with "!" in front that are not wanted. */
function allows(list, present) {
  if (!list) return true;
  if (list.includes(`!${present}`)) return false;
  return list.includes(present) || list.every((name) => name[0] === "!");
}

function allowsLibrary(list) {
  return !list || list.includes(libraryOfLinux());
}

/** As npm finds out: the text of /usr/bin/ldd names its C library. Where it is not told, no package fits. */
function libraryOfLinux() {
  try {
    const text = readFileSync("/usr/bin/ldd", "utf8");
    if (text.includes("musl")) return "musl";
    return text.includes("GNU C Library") ? "glibc" : undefined;
  } catch {
    return undefined;
  }
}

/** The npm that runs this script, so that no other one on PATH is met; else the one on PATH. */
function runNpm(args) {
  const own = process.env.npm_execpath || "";
  const isNpm = /npm-cli\.c?js$/.test(own);
  const [program, first] = isNpm ? [process.execPath, [own]] : ["npm", []];
  const shell = !isNpm && process.platform === "win32";
  return spawnSync(program, [...first, ...args], {
    cwd: root,
    shell,
    stdio: ["ignore", "inherit", "inherit"],
  }).status;
}

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
