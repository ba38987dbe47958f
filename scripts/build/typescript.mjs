// Runs TypeScript's compiler over one project.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const MOST_OUTPUT = 1e8;

/**
 * @param {string} project a configuration, or the folder it is in
 * @param {string} root
 * @param {...string} flags
 * @throws with what the compiler says
 */
export async function runCompiler(root, project, ...flags) {
  const compiler = path.join(root, "node_modules/typescript/bin/tsc");
  const args = [compiler, "-p", project, "--pretty", "false", ...flags];
  await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: MOST_OUTPUT }).catch((error) => {
    throw new Error(`${project} does not compile:\n${error.stdout || error.message}`);
  });
}
