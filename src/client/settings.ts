import type { Clock } from "./clock";

/** Level of a log line. */
export type LogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** Takes one log line, which never contains a body, a header or a credential. */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

/** The user's credentials; one that is missing is undefined, null or empty. */
export interface Credentials {
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  /** Ready-made bearer token, with or without a leading "Bearer "; takes precedence over user name and password. */
  readonly accessToken?: string | null | undefined;
  /** Partner API key, which the hub accepts and Signals does not. */
  readonly apiKey?: string | null | undefined;
}

/** At most `requests` requests in `perSeconds` seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perSeconds: number;
}

/** Settings of a client. */
export interface ClientSettings {
  readonly partnerId: string | null;
  /** For example "https://hub.360dialog.io/api/v2". Its path is kept. */
  readonly hubBaseUrl: string;
  /** For example "https://api.signals.360dialog.io". Its path is kept. */
  readonly signalsBaseUrl: string;
  readonly credentials: Credentials;
  /** Dotted path of the field in which the hub's channels report CTWA tracking. @default null: found by its name */
  readonly ctwaStatusField?: string | null | undefined;
  /** Timeout of one attempt, including the connection and the body. */
  readonly requestTimeoutMs: number;
  /** How often a request is sent again after a failure; answers of 429 do not count. */
  readonly maxRetries: number;
  /** First page size of lists; smaller sizes follow if the hub refuses it. @default 1000 */
  readonly pageSize?: number | null | undefined;
  /** The most requests to one host in any window of `perSeconds` seconds. @default only the host's own limit */
  readonly rateLimit?: RateLimit | null | undefined;
  /** The most concurrent requests to one host. @default adapted to the host's answers, up to 32 */
  readonly maxConcurrentRequests?: number | null | undefined;
  /** Certificate authorities trusted besides the usual ones, as PEM. @default none */
  readonly authorities?: readonly string[] | undefined;
  /** Whether only GET requests and the login are sent; others throw a `ReadOnlyError`. @default false */
  readonly readOnly?: boolean | undefined;
  readonly userAgent: string;
  readonly log?: Log | undefined;
  /** Called with each secret that the client holds, including given tokens. */
  readonly onSecret?: ((secret: string) => void) | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/** Base URL of the Partner Hub API. */
export const DEFAULT_HUB_BASE_URL = "https://hub.360dialog.io/api/v2";

/** Base URL of the Signals API. */
export const DEFAULT_SIGNALS_BASE_URL = "https://api.signals.360dialog.io";
