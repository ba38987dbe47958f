import type { Provider } from "../define/provider";
import { createLogger } from "../logger";
import { servePlugin } from "../plugin";
import type { ProviderServer } from "../rpc";

const PROTOCOL_VERSION = 6;

/**
 * Serves a provider to the Terraform that started this process, and loads it only when the handshake line is out:
 * Terraform needs a moment to read that and to connect. Resolves once calls are taken.
 * @param name the provider's, for the log
 */
export function serveLater(name: string, load: () => Promise<Provider>): Promise<void> {
  const log = createLogger({ env: process.env, providerName: name });
  let server: ProviderServer | undefined;
  const services = async () => {
    const [rpc, provider] = await Promise.all([import("../rpc"), load()]);
    server = new rpc.ProviderServer(provider, log);
    return [rpc.providerService(server)];
  };
  return servePlugin({
    protocolVersion: PROTOCOL_VERSION,
    services,
    log: (level, message, fields) => log.log(level, message, fields),
    onShutdown: () => server?.close(),
  });
}
