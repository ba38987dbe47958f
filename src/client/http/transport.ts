import type { Dispatcher } from "undici";
import { waitFor } from "../call";
import { readProxies } from "./proxies";

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** Method and path without ids: what it counts as. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Called when it begins to be sent: before, it may have waited for a socket and its connection. */
  readonly onSent?: () => void;
}

/** One HTTP answer, read to its end. */
export interface HttpReply {
  readonly status: number;
  /** Names in small letters; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** True when the body was longer than is read. */
  readonly cut: boolean;
}

/** Sends requests; follows no redirect and repeats nothing. */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
  close(): Promise<void>;
}

// A page of 1,000 channels is one to two megabytes; a refusal needs a few hundred bytes.
const LONGEST_BODY = 64 * 1024 * 1024;
const LONGEST_ERROR_BODY = 64 * 1024;
const CONNECTIONS = 32;

/**
 * Connections of their own, through the environment's proxies; nothing is loaded before the first request.
 * @param authorities trusted beside the usual ones, as PEM
 */
export function createTransport(authorities: readonly string[] = []): Transport {
  let loaded: Promise<Sender> | null = null;
  return {
    async send(request, signal) {
      loaded ??= load(authorities);
      const sender = await loaded;
      return sender.send(request, signal);
    },
    async close() {
      const sender = await loaded?.catch(() => null);
      await sender?.dispatcher.destroy();
    },
  };
}

interface Sender {
  readonly dispatcher: Dispatcher;
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpReply>;
}

async function load(authorities: readonly string[]): Promise<Sender> {
  // The bundle has no more of the library than this, see scripts/build/undici-parts.cjs.
  const { EnvHttpProxyAgent } = await import("undici");
  const { readBody } = await import("./body");
  // Time is kept per attempt, by its signal; the library's own timers are coarse.
  const trust = await trustIn(authorities);
  const dispatcher = new EnvHttpProxyAgent({
    ...readProxies(process.env),
    ...(trust === null ? {} : { connect: trust, requestTls: trust, proxyTls: trust }),
    connections: CONNECTIONS,
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
      // The library heeds the signal only once it is connected.
      const answer = await waitFor(dispatcher.request(options), signal);
      const headers = firstOfEach(answer.headers);
      const longest = answer.statusCode < 300 ? LONGEST_BODY : LONGEST_ERROR_BODY;
      const { text, cut } = await readBody(answer.body, headers["content-encoding"], longest);
      return { status: answer.statusCode, headers, body: text, cut };
    },
  };
}

async function trustIn(authorities: readonly string[]): Promise<{ readonly ca: string[] } | null> {
  if (authorities.length === 0) return null;
  const { usualAuthorities } = await import("./authorities");
  return { ca: [...usualAuthorities(process.env), ...authorities] };
}

function firstOfEach(headers: Record<string, string | string[] | undefined>): HttpReply["headers"] {
  const first: Record<string, string | undefined> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) first[name] = Array.isArray(value) ? value[0] : value;
  return first;
}

/** A request's options as the library passes them on, with what is to be called when it begins to be sent. */
export type SentOptions = Dispatcher.DispatchOptions & { readonly onSent?: (() => void) | undefined };

// The older of the library's two interfaces calls it onConnect, the newer onRequestStart.
const STARTS = ["onConnect", "onRequestStart"] as const;

/**
 * Tells when a request is written to its socket: until then it may have waited for one, for the connection or for a
 * proxy. The library has no event of its own for that; it tells the handler of a request.
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
