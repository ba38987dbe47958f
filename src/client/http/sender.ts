import type { Socket } from "node:net";
import { pipeline, type Readable, type Transform } from "node:stream";
import tls from "node:tls";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import { waitFor } from "../call";
import { readProxies, usualAuthorities } from "./environment";
import { forgive } from "./forgiving-socket";
import type { HttpReply, HttpRequest } from "./message";

// A page of 1,000 channels takes one to two megabytes; a refusal takes a few hundred bytes.
const LONGEST_BODY = 64 * 1024 * 1024;
const LONGEST_ERROR_BODY = 64 * 1024;
const CONNECTIONS = 32;

/** The HTTP library with its open connections. */
export interface Sender {
  readonly dispatcher: Dispatcher;
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
}

/** Makes a sender; opens no connection yet. @param authorities trusted besides the usual ones, as PEM */
export function createSender(authorities: readonly string[]): Sender {
  // The attempt's signal enforces the timeout. The library's own timers are coarse.
  const trust = trustIn(authorities);
  const dispatcher = new EnvHttpProxyAgent({
    ...readProxies(process.env),
    ...(trust === null ? {} : { connect: trust, requestTls: trust, proxyTls: trust }),
    connections: CONNECTIONS,
    factory: createForgivingPool,
    headersTimeout: 0,
    bodyTimeout: 0,
  }).compose(tellWhenSent);
  return {
    dispatcher,
    async send(request, signal) {
      const { origin, pathname, search } = new URL(request.url);
      const options: SentOptions & { origin: string; signal: AbortSignal } = {
        origin,
        path: pathname + search,
        signal,
        onSent: request.onSent,
        method: request.method,
        headers: { ...request.headers, "accept-encoding": "gzip" },
        body: request.body ?? null,
      };
      // The library ignores the signal until it is connected.
      const answer = await waitFor(dispatcher.request(options), signal);
      const headers = firstOfEach(answer.headers);
      const longest = answer.statusCode < 300 ? LONGEST_BODY : LONGEST_ERROR_BODY;
      const { text, cut } = await readBody(answer.body, headers["content-encoding"], longest);
      return { status: answer.statusCode, headers, body: text, cut };
    },
  };
}

/** Makes a pool of connections to one origin, direct or through a proxy. */
function createForgivingPool(origin: string | URL, options: object): Dispatcher {
  const { connect, ...others } = options as Pool.Options;
  const connector = typeof connect === "function" ? connect : buildConnector({ ...connect });
  return new Pool(origin, {
    ...others,
    connect: (to, done) =>
      connector(to, (...[error, socket]: [Error | null, Socket | null]) =>
        error === null && socket !== null ? done(null, forgive(socket)) : done(error as Error, null),
      ),
  });
}

/** One context for all connections: given the `ca` option, Node would parse each authority again for each of them. */
function trustIn(authorities: readonly string[]): { readonly secureContext: tls.SecureContext } | null {
  if (authorities.length === 0) return null;
  return {
    secureContext: tls.createSecureContext({ ca: [...usualAuthorities(process.env), ...authorities] }),
  };
}

function firstOfEach(headers: Record<string, string | string[] | undefined>): HttpReply["headers"] {
  const first: Record<string, string | undefined> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) first[name] = Array.isArray(value) ? value[0] : value;
  return first;
}

/** A request's options, with a callback for the moment at which it starts to be sent. */
export type SentOptions = Dispatcher.DispatchOptions & { readonly onSent?: (() => void) | undefined };

// The library's older handler interface calls it onConnect, the newer one onRequestStart.
const STARTS = ["onConnect", "onRequestStart"] as const;

/**
 * Calls `onSent` when a request is written to its socket. Before, it may have waited for a socket, a connection or a
 * proxy. The library has no event for this moment, but it notifies the request's handler.
 */
export const tellWhenSent: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options: SentOptions, handler) => {
    const { onSent } = options;
    if (onSent === undefined) return dispatch(options, handler);
    const starts: { [name in (typeof STARTS)[number]]?: (...details: never[]) => void } = handler;
    for (const name of STARTS) {
      const start = starts[name];
      if (start === undefined) continue;
      starts[name] = (...details) => {
        onSent();
        start.apply(handler, details);
      };
    }
    return dispatch(options, handler);
  };

/** A body as text. */
export interface BodyText {
  readonly text: string;
  /** True if the body was longer than the limit. The rest was discarded with its connection. */
  readonly cut: boolean;
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a body to its end, or to `maxBytes` after decompression. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<BodyText> {
  const decoder = DECODERS[encoding?.trim().toLowerCase() ?? ""];
  // An error of either stream ends both, and reading then throws it.
  const source = decoder === undefined ? body : pipeline(body, decoder(), () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  let cut = false;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.length;
    if (size <= maxBytes) continue;
    cut = true;
    break;
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return { text: text.startsWith("\uFEFF") ? text.slice(1) : text, cut };
}
