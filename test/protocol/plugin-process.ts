import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type Certificate, createCertificate } from "../../src/framework/plugin/certificate";
import { bundleEntry } from "./bundle-entry";
import { connectGrpc, type GrpcClient } from "./grpc-client";

/** A plugin in a process of its own, started as Terraform starts it. */
export interface PluginProcess {
  readonly child: ChildProcess;
  /** The first line on stdout, without its line end. */
  readonly line: string;
  readonly network: string;
  readonly address: string;
  /** Everything on stdout so far. */
  stdout(): string;
  /** Everything on stderr so far. */
  stderr(): string;
  /** Connects with the certificate that the plugin was told of, or another one, or none. */
  connect(certificate?: Certificate | null): GrpcClient;
  /** Resolves with exit code and signal. */
  readonly exited: Promise<[number | null, NodeJS.Signals | null]>;
}

/** What Terraform puts into a plugin's environment. */
export const COOKIE = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
};
const PROTOCOL = { PLUGIN_PROTOCOL_VERSIONS: "5,6", PLUGIN_MIN_PORT: "10000", PLUGIN_MAX_PORT: "25000" };

/** The environment of a plugin whose host adds `more`. */
export function hostEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], ...COOKIE, ...PROTOCOL, ...more };
}

const started = new Set<ChildProcess>();
let bundle: string | undefined;

/** The small plugin of plugin-entry.ts, bundled for plain Node. */
export function pluginBundle(): string {
  bundle ??= bundleEntry(join(__dirname, "plugin-entry.ts"));
  return bundle;
}

/** What may differ from the way Terraform starts a plugin. */
export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Leaves the client certificate out. */
  readonly plainText?: boolean;
  /** The program that runs the bundle. @default this Node */
  readonly runtime?: string;
  /** What it runs. @default the small plugin */
  readonly bundle?: string;
}

/** Starts the small plugin and waits for its handshake line. */
export async function startPlugin(options: StartOptions = {}): Promise<PluginProcess> {
  const own = options.plainText ? null : createCertificate(new Date());
  const child = spawn(options.runtime ?? process.execPath, [options.bundle ?? pluginBundle()], {
    stdio: ["ignore", "pipe", "pipe"],
    env: hostEnvironment({ ...(own && { PLUGIN_CLIENT_CERT: own.pem }), ...options.env }),
  });
  started.add(child);
  const exited = once(child, "exit") as PluginProcess["exited"];
  let stdout = "";
  child.stdout.on("data", (text: Buffer) => {
    stdout += text;
  });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => {
    stderr += text;
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const [, , network = "", address = "", , certificate = ""] = line.split("|");
  return {
    child,
    line,
    network,
    address,
    stdout: () => stdout,
    stderr: () => stderr,
    exited,
    connect: (shown = own) =>
      connectGrpc({
        network,
        address,
        ...(own && {
          tls: { ca: pemOf(certificate), ...(shown && { cert: shown.pem, key: shown.keyPem }) },
        }),
      }),
  };
}

/** Ends what the tests of a file left, and removes the bundle. */
export async function endPlugins(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  started.clear();
  if (bundle !== undefined) rmSync(dirname(bundle), { recursive: true, force: true });
  bundle = undefined;
}

function pemOf(unpaddedBase64: string): string {
  const base64 = Buffer.from(unpaddedBase64, "base64").toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join("\n")}\n-----END CERTIFICATE-----\n`;
}
