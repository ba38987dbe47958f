import type { Clock } from "./clock";

/** Level of a log line. */
export type LogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** Takes one log line; never given a body, a header or a credential. */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

/** What the client may use to prove who it is; a missing one is undefined, null or empty. */
export interface Credentials {
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  /** Ready-made bearer token, with or without a leading "Bearer "; goes before user name and password. */
  readonly accessToken?: string | null | undefined;
  /** Partner API key: the hub takes it, Signals does not. */
  readonly apiKey?: string | null | undefined;
}

/** At most `requests` requests in `perSeconds` seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perSeconds: number;
}

/** Everything a client is made from. */
export interface ClientSettings {
  readonly partnerId: string | null;
  /** For example "https://hub.360dialog.io/api/v2"; its path is kept. */
  readonly hubBaseUrl: string;
  /** For example "https://api.signals.360dialog.io"; its path is kept. */
  readonly signalsBaseUrl: string;
  readonly credentials: Credentials;
  /** Dotted path of the field in which the hub's channels report CTWA tracking. @default null: looked for */
  readonly ctwaStatusField?: string | null | undefined;
  /** Time for one attempt, connecting and body included. */
  readonly requestTimeoutMs: number;
  /** How often a request is sent again after a failure; an answer of 429 is not counted. */
  readonly maxRetries: number;
  /** How many rows of a list are asked for at first; where the hub refuses that, fewer. @default 1000 */
  readonly pageSize?: number | null | undefined;
  /** The most requests that one host gets in any window of `perSeconds` seconds. @default no limit but the host's own */
  readonly rateLimit?: RateLimit | null | undefined;
  /** The most requests to one host at a time. @default as many as it answers well, up to 32 */
  readonly maxConcurrentRequests?: number | null | undefined;
  /** Certificates of authorities that are trusted besides the usual ones, as PEM. @default none */
  readonly authorities?: readonly string[] | undefined;
  /** Whether nothing but GET and the login is sent; all else throws a `ReadOnlyError`. @default false */
  readonly readOnly?: boolean | undefined;
  readonly userAgent: string;
  readonly log?: Log | undefined;
  /** Told each secret that the client comes to hold, tokens it was given included. */
  readonly onSecret?: ((secret: string) => void) | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/** Base URL of the Partner Hub API. */
export const DEFAULT_HUB_BASE_URL = "https://hub.360dialog.io/api/v2";

/** Base URL of the Signals API. */
export const DEFAULT_SIGNALS_BASE_URL = "https://api.signals.360dialog.io";
