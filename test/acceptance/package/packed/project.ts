import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { type Folder, openFolder, root } from "../../harness/synthesised";
import { filesFor } from "./programs";

/** How a command ended, and what it printed. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

const resolve = createRequire(path.join(root, "package.json")).resolve;
/** TypeScript 5.9 comes with jsii, which the generator of the bindings needs. */
const jsii = createRequire(resolve("jsii/package.json"));

/** Folders of packages, as they are installed here. */
export const packages = {
  typescript: path.dirname(jsii.resolve("typescript/package.json")),
  typescript7: path.dirname(resolve("typescript/package.json")),
} as const;

/** Packs a package as npm publish would, from what was built. @default from the provider's */
export async function pack(folder: string, from = root): Promise<string> {
  const { code, output } = await npm(
    from,
    "pack",
    "--ignore-scripts",
    "--silent",
    "--pack-destination",
    folder,
  );
  if (code !== 0) throw new Error(output);
  return path.join(folder, output.trim().split("\n").at(-1) ?? "");
}

/** An empty project into which the tarball was installed with npm, offline, beside one framework and no other. */
export async function openProject(tarball: string, framework: string): Promise<Folder> {
  const folder = await openFolder();
  const own = [framework, "constructs", "ts-node", "@types/node"];
  const links = own.map((name) => [name, `file:${path.join(root, "node_modules", name)}`]);
  const dependencies = {
    "terraform-provider-dialog360": `file:${tarball}`,
    typescript: `file:${packages.typescript}`,
    ...Object.fromEntries(links),
  };
  const files = { "package.json": JSON.stringify({ private: true, dependencies }), ...filesFor(framework) };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder.path, file)), { recursive: true });
    await writeFile(path.join(folder.path, file), text);
  }
  await install(folder.path);
  return folder;
}

/** Installs a project's packages without a network: they are files and folders of this machine. */
export async function install(folder: string): Promise<void> {
  const { code, output } = await npm(
    folder,
    "install",
    "--offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
  );
  if (code !== 0) throw new Error(output);
}

/** Runs a JavaScript program with this Node. */
export async function runNode(
  cwd: string,
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<Outcome> {
  return await run(process.execPath, args, cwd, { ...process.env, ...env });
}

/** Runs npm in a folder. */
export function npm(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const own = process.env["npm_execpath"] ?? "";
  const env = { ...process.env, npm_config_update_notifier: "false" };
  if (/npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], cwd, env);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, cwd, env);
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { cwd, env, maxBuffer: 1e8 });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? -1, output: `${stdout}${stderr}` };
  }
}
