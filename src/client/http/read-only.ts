import { ReadOnlyError } from "../errors";
import { buildTarget } from "./target";
import type { Transport } from "./transport";

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
