// Starts a plugin as Terraform does, and looks at it when its handshake line is there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
/** A throw-away certificate without a key: with one, the plugin sets up TLS as it does for Terraform. */
const CLIENT_CERTIFICATE = await readFile(new URL("client-certificate.pem", import.meta.url), "utf8");

/** What Terraform sets for a plugin. */
export const pluginEnvironment = {
  ...process.env,
  TF_PLUGIN_MAGIC_COOKIE: COOKIE,
  PLUGIN_PROTOCOL_VERSIONS: "5,6",
  PLUGIN_CLIENT_CERT: CLIENT_CERTIFICATE,
};

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ milliseconds: number, megabytes: number }>} from spawn to handshake line, and memory by then
 */
export async function startPlugin(command, args) {
  const started = performance.now();
  const child = spawn(command, args, { env: pluginEnvironment, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(child.stdout, "data");
  const milliseconds = performance.now() - started;
  if (!/^1\|[56]\|/.test(String(line))) throw new Error(`no handshake line: ${line}`);
  const megabytes = await residentMegabytes(child.pid);
  child.kill("SIGTERM");
  await once(child, "exit");
  return { milliseconds, megabytes };
}

/**
 * NaN if the system does not report it.
 * @param {number | undefined} pid
 */
async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
