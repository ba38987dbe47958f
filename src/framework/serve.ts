import type { Provider } from "./define/provider";
import { createLogger } from "./logger";
import { type ReattachServer, serveReattach } from "./plugin";
import { registryHosts } from "./registry-hosts";
import { ProviderServer, providerService } from "./rpc";
import { isStartedByTerraform, serveLater } from "./start";

const PROTOCOL_VERSION = 6;

/**
 * Serves a provider to the Terraform that started this process. Resolves once the handshake line is written. A person
 * who started it reads what it is, and the process ends with exit code 1: see isStartedByTerraform to do otherwise.
 */
export async function serve(provider: Provider): Promise<void> {
  if (isStartedByTerraform(process.env)) return serveLater(provider.name, async () => provider);
  process.stderr.write(
    `This is a plugin, the provider ${provider.address} ${provider.version}: Terraform and OpenTofu start it, people do not.\n`,
  );
  process.exitCode = 1;
}

/** A provider that is served inside this process. */
export interface InProcessServer {
  /** Value for the environment variable TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  close(): Promise<void>;
}

/**
 * Serves a provider inside this process, for tests and debuggers: Terraform finds it by TF_REATTACH_PROVIDERS. It opens
 * a connection for each provider block, and each connection has its own configuration and client.
 */
export async function serveInProcess(provider: Provider): Promise<InProcessServer> {
  const log = createLogger({ env: process.env, providerName: provider.name });
  const connect = () => {
    const server = new ProviderServer(provider, log);
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
