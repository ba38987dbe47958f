import type { Provider } from "../define/provider";
import { createLogger } from "../logger";
import { servePlugin } from "../plugin";
import type { ProviderServer } from "../rpc";

const PROTOCOL_VERSION = 6;

/** Options of {@link serveLater}. */
export interface ServeLaterOptions {
  /** The provider's name, for the log. */
  readonly name: string;
  readonly load: () => Promise<Provider>;
  /** The answer to GetProviderSchema, encoded when the program was built. @default made when it is asked for */
  readonly schemaAnswer?: Uint8Array | undefined;
}

/**
 * Serves a provider to the Terraform that started this process. The provider is loaded after the handshake line is
 * written, while Terraform reads the line and connects. Resolves once the server accepts calls.
 */
export function serveLater({ name, load, schemaAnswer }: ServeLaterOptions): Promise<void> {
  const log = createLogger({ env: process.env, providerName: name });
  let server: ProviderServer | undefined;
  const services = async () => {
    const [rpc, provider] = await Promise.all([import("../rpc"), load()]);
    server = new rpc.ProviderServer(provider, log);
    return [rpc.providerService(server, schemaAnswer)];
  };
  return servePlugin({
    protocolVersion: PROTOCOL_VERSION,
    services,
    log: (level, message, fields) => log.log(level, message, fields),
    onShutdown: () => server?.close(),
  });
}
