import { ReadOnlyError } from "../errors";
import type { HttpReply, HttpRequest } from "./message";
import type { Sender } from "./sender";
import { buildTarget } from "./target";

/** Sends single HTTP requests, without following redirects and without retries. */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
  close(): Promise<void>;
}

/**
 * Makes a transport with its own connections, through the environment's proxies. Nothing is loaded before the first
 * request.
 * @param authorities trusted besides the usual ones, as PEM
 */
export function createTransport(authorities: readonly string[] = []): Transport {
  let loaded: Promise<Sender> | null = null;
  // The bundle contains only the parts of the HTTP library that the sender needs: scripts/build/undici-parts.cjs.
  const load = () => import("./sender").then(({ createSender }) => createSender(authorities));
  return {
    async send(request, signal) {
      loaded ??= load();
      const sender = await loaded;
      return sender.send(request, signal);
    },
    async close() {
      const sender = await loaded?.catch(() => null);
      await sender?.dispatcher.destroy();
    },
  };
}

/**
 * A transport that passes only requests that read, and the login, whose only effect is a token. It wraps the transport
 * directly, so no code above it can write.
 */
export function onlyReading(transport: Transport, hubBaseUrl: string): Transport {
  return {
    async send(request, signal) {
      if (request.method !== "GET" && request.url !== buildTarget(hubBaseUrl, ["token"]).url) {
        throw new ReadOnlyError(request.method, new URL(request.url).pathname);
      }
      return transport.send(request, signal);
    },
    close: () => transport.close(),
  };
}
