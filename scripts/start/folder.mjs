// The folder in which the demonstration runs: a configuration, a mirror with the provider, and an environment.
import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Makes the folder. The mirror lets `init` be the real one, without a registry.
 * @param {{ root: string, executable: string, settings: Record<string, string> }} options
 */
export async function prepareFolder({ root, executable, settings }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-start-"));
  const project = path.join(folder, "quickstart");
  const mirror = path.join(folder, "mirror");
  const rc = path.join(folder, "terraform.rc");
  await mkdir(project);
  await copyFile(path.join(root, "examples/quickstart/main.tf"), path.join(project, "main.tf"));
  await promisify(execFile)(executable, ["install", "--mirror", mirror]);
  await writeFile(
    rc,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  const env = { ...settings, TF_CLI_CONFIG_FILE: rc, CHECKPOINT_DISABLE: "1" };
  await writeEnvironment(path.join(project, "env.sh"), env);
  return { folder, project, env };
}

/**
 * Adds a file of the demonstration to the configuration.
 * @param {string} project
 * @param {string} file
 */
export async function addConfiguration(project, file) {
  await copyFile(path.join(import.meta.dirname, "configuration", file), path.join(project, file));
}

/**
 * @param {string} file
 * @param {Record<string, string>} env
 */
async function writeEnvironment(file, env) {
  const lines = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  await writeFile(file, `${lines.join("\n")}\n`);
  await chmod(file, 0o600);
}
