// Makes a clone ready to run: checks Node, with --terraform also terraform or tofu, then installs packages if
// those in node_modules are not the ones in package-lock.json. Every npm script begins here.
//
// No dependency, and no syntax newer than Node 12: whoever has an old Node should read why it is too old.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix
import path from "path";
import { fileURLToPath } from "url";
import { installPackages } from "./ready/packages.mjs";
import { findTerraform, isOnPath } from "./tools/terraform-binary.mjs";

// biome-ignore-end lint/style/useNodejsImportProtocol: Node 12 knows no "node:" prefix

const OLDEST_NODE = [20, 18, 1];
/** How package managers install a binary. The first that is on PATH is named. */
const INSTALLERS = [
  ["brew", "brew install opentofu"],
  ["winget", "winget install OpenTofu.Tofu"],
  ["apk", "apk add opentofu"],
  ["pacman", "pacman -S opentofu"],
  ["snap", "snap install --classic opentofu"],
];
const TERRAFORM_PAGE = "https://developer.hashicorp.com/terraform/install";
const TOFU_PAGE = "https://opentofu.org/docs/intro/install/";
const WRONG_SYSTEM = 1;
const NO_TERRAFORM = 2;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

checkNode();
if (process.argv.includes("--terraform")) checkTerraform();
const problem = installPackages(root);
if (problem !== undefined) stop(WRONG_SYSTEM, problem);

function checkNode() {
  const present = process.versions.node.split(".").map(Number);
  const at = OLDEST_NODE.findIndex((part, index) => part !== present[index]);
  if (at === -1 || Number(present[at]) > Number(OLDEST_NODE[at])) return;
  stop(
    WRONG_SYSTEM,
    `Node ${OLDEST_NODE.join(".")} or newer is needed, better 22 or newer; this is ${process.versions.node}.`,
    "Get one from https://nodejs.org/en/download, or with a version manager such as nvm, fnm or mise.",
  );
}

function checkTerraform() {
  const named = process.env["TERRAFORM_BINARY"];
  if (findTerraform(process.env) !== undefined) return;
  const installer = INSTALLERS.find(([program = ""]) => isOnPath(program, process.env));
  stop(
    NO_TERRAFORM,
    named
      ? `TERRAFORM_BINARY names ${named}, which is not a program that can be run.`
      : "Neither terraform nor tofu is on PATH.",
    `To install one: ${installer ? `${installer[1]}, or see ` : ""}${TERRAFORM_PAGE} or ${TOFU_PAGE}`,
    "To use one that lies elsewhere: TERRAFORM_BINARY=/path/to/terraform npm test",
  );
}

/**
 * @param {number} code
 * @param {...string} lines
 */
function stop(code, ...lines) {
  for (const line of lines) console.error(line);
  process.exit(code);
}
