import type { Provider } from "../define/provider";
import { createLogger } from "../logger";
import { servePlugin } from "../plugin";
import type { ProviderServer } from "../rpc";

const PROTOCOL_VERSION = 6;

/**
 * Serves a provider to the Terraform that started this process. The provider is loaded after the handshake line is
 * written, while Terraform reads the line and connects. Resolves once the server accepts calls.
 * @param name the provider's name, for the log
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
