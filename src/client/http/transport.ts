import { ReadOnlyError } from "../errors";
import type { HttpReply, HttpRequest } from "./message";
import type { Sender } from "./sender";
import { buildTarget } from "./target";

/** Sends requests; follows no redirect and repeats nothing. */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
  close(): Promise<void>;
}

/**
 * Connections of their own, through the environment's proxies; nothing is loaded before the first request.
 * @param authorities trusted besides the usual ones, as PEM
 */
export function createTransport(authorities: readonly string[] = []): Transport {
  let loaded: Promise<Sender> | null = null;
  // The bundle has no more of the HTTP library than the sender needs, see scripts/build/undici-parts.cjs.
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
 * A transport that lets through what reads, and the login, which gives nothing but a token. It stands right before
 * the wire, so that whatever is built above it cannot write.
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
