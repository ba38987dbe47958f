import type { Provider } from "../../src/framework";
import { createLogger } from "../../src/framework/logger";
import { serveReattach } from "../../src/framework/plugin";
import { registryHosts } from "../../src/framework/registry-hosts";
import { PROVIDER_SERVICE, ProviderServer, providerHandlers } from "../../src/framework/rpc";

/** One request as it came from Terraform. */
export interface Recorded {
  readonly rpc: string;
  readonly bytes: Uint8Array;
}

/** A provider that is served inside this process, with all that Terraform sends it. */
export interface Recorder {
  /** Value for TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  readonly requests: readonly Recorded[];
  close(): Promise<void>;
}

/** Serves a provider and keeps a copy of every request. */
export async function record(provider: Provider): Promise<Recorder> {
  const log = createLogger({ env: {}, providerName: provider.name });
  const server = new ProviderServer(provider, log);
  const requests: Recorded[] = [];
  const unary = Object.fromEntries(
    Object.entries(providerHandlers(server)).map(([rpc, handle]) => [
      rpc,
      (bytes: Uint8Array) => {
        requests.push({ rpc, bytes: Uint8Array.from(bytes) });
        return handle(bytes);
      },
    ]),
  );
  const plugin = await serveReattach({
    protocolVersion: 6,
    services: [{ name: PROVIDER_SERVICE, unary }],
    log: () => {},
  });
  const entries = registryHosts.map((host) => [`${host}/${provider.address}`, plugin.config]);
  return {
    reattach: JSON.stringify(Object.fromEntries(entries)),
    requests,
    async close() {
      await server.close();
      await plugin.close();
    },
  };
}
