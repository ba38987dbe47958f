import { checkProvider } from "./define/check-provider";
import type { Provider } from "./define/provider";
import { createLogger, type Logger } from "./logger";
import { type ReattachServer, serveReattach } from "./plugin";
import { registryHosts } from "./registry-hosts";
import { ProviderServer, providerService } from "./rpc";
import { isStartedByTerraform, serveLater } from "./start";

const PROTOCOL_VERSION = 6;

/**
 * Serves a provider to the Terraform that started this process. Resolves once the server accepts calls. If a person
 * started the process, writes an explanation and the findings of checkProvider to stderr and sets exit code 1. To do
 * something else in that case, check isStartedByTerraform first.
 */
export async function serve(provider: Provider): Promise<void> {
  if (isStartedByTerraform(process.env)) {
    await serveLater({ name: provider.name, load: async () => provider });
    return logFindings(provider, createLogger({ env: process.env, providerName: provider.name }));
  }
  const findings = checkProvider(provider);
  const found = findings.map((finding) => `  - ${finding}\n`).join("");
  process.stderr.write(
    `This is a plugin, the provider ${provider.address} ${provider.version}: Terraform and OpenTofu start it, people do not.\n${
      found === "" ? "" : `Its definition is wrong:\n${found}`
    }`,
  );
  process.exitCode = 1;
}

/** Logs what is wrong with the definition. Without TF_LOG nothing is looked at. */
function logFindings(provider: Provider, log: Logger): void {
  if (!log.enabled("warn")) return;
  for (const finding of checkProvider(provider))
    log.warn("the provider's definition is wrong", { fields: { finding } });
}

/** @throws Error when the definition is wrong */
function refuseFindings(provider: Provider): void {
  const findings = checkProvider(provider);
  if (findings.length > 0) throw new Error(`The provider's definition is wrong:\n  ${findings.join("\n  ")}`);
}

/** A provider that runs inside this process. */
export interface InProcessServer {
  /** Value for the environment variable TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  close(): Promise<void>;
}

/**
 * Serves a provider inside this process, for tests and debuggers. Terraform finds it through TF_REATTACH_PROVIDERS and
 * opens a connection for each provider block. Each connection has its own configuration and client. What Terraform sends
 * is frozen here, so that a function which changes its plan in place fails.
 * @throws Error when checkProvider finds something
 */
export async function serveInProcess(provider: Provider): Promise<InProcessServer> {
  refuseFindings(provider);
  const log = createLogger({ env: process.env, providerName: provider.name });
  const connect = () => {
    const server = new ProviderServer(provider, log, true);
    const services = [providerService(server)];
    return { services, close: () => server.close() };
  };
  const plugin = await serveReattach({
    protocolVersion: PROTOCOL_VERSION,
    services: connect,
    log: (level, message, fields) => log.log(level, message, fields),
  });
  return { reattach: reattachVariable(provider, plugin), close: plugin.close };
}

function reattachVariable(provider: Provider, { config }: ReattachServer): string {
  return JSON.stringify(
    Object.fromEntries(registryHosts.map((host) => [`${host}/${provider.address}`, config])),
  );
}
