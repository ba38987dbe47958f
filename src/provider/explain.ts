import {
  type ApiError,
  BusyError,
  CredentialError,
  DecodeError,
  Dialog360Error,
  HubError,
  InvalidIdError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  SignalsError,
  StoppedError,
} from "../client";
import { type Diagnostic, DiagnosticError } from "../framework";

/** Turns an error of the client into what the user reads: what happened, why, and which setting to look at. */
export function explain(error: unknown): Diagnostic | undefined {
  if (!(error instanceof Dialog360Error)) return undefined;
  const [summary, advice] = words(error);
  return {
    severity: "error",
    summary,
    detail: advice === "" ? error.message : `${error.message}\n\n${advice}`,
  };
}

/** The same as text, for a warning about something that failed in passing. */
export function summarise(error: unknown): string {
  if (error instanceof DiagnosticError) return error.diagnostic.detail;
  // What to do after a stop is said where the work itself was stopped.
  const known = error instanceof StoppedError ? undefined : explain(error);
  if (known !== undefined) return known.detail;
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return String(message);
}

type Words = readonly [summary: string, advice: string];

function words(error: Dialog360Error): Words {
  if (error instanceof LoginError) return loginWords(error);
  if (error instanceof HubError) return apiWords(HUB, error);
  if (error instanceof SignalsError) return apiWords(SIGNALS, error);
  if (error instanceof NetworkError) return [`No answer from ${error.host}`, networkAdvice(error.code)];
  if (error instanceof BusyError) return [`No time to wait for ${error.host}`, BUSY];
  if (error instanceof DecodeError) return ["Answer not understood", DECODE];
  if (error instanceof CredentialError) return ["Missing credentials", CREDENTIALS];
  if (error instanceof ReadOnlyError) return ["The provider may only read", READ_ONLY];
  if (error instanceof InvalidIdError) return ["Invalid id", ""];
  if (error instanceof StoppedError) return ["Stopped", stoppedAdvice(error)];
  return ["360dialog could not be used", ""];
}

function loginWords({ host, status, final }: LoginError): Words {
  const summary = `Login to ${host} ${final ? "refused" : "failed"} (${status})`;
  if (isRedirect(status)) return [`Login to ${host} is redirected (${status})`, redirectAdvice(HUB)];
  if (status === 404 || status === 405) {
    return [
      summary,
      `Check ${HUB.baseUrl}: logging in is for the Partner Hub, the Signals API has no /token.`,
    ];
  }
  if (!final) return [summary, LATER];
  return [
    summary,
    "Check username (DIALOG360_USERNAME) and password (DIALOG360_PASSWORD). If bearer tokens have been switched off for your partner, use api_key (DIALOG360_API_KEY). The login is not tried again in this run.",
  ];
}

const LATER = "Try again later; max_retries (DIALOG360_MAX_RETRIES) says how often a request is sent again.";

const BEARER =
  "access_token (DIALOG360_ACCESS_TOKEN) or username and password (DIALOG360_USERNAME, DIALOG360_PASSWORD)";

const BUSY =
  "The provider waits for a rate limit as long as the operation may take: run with a lower -parallelism, raise the timeouts of the resource, or try again later.";

interface Api {
  readonly name: string;
  /** The setting with its variable. */
  readonly baseUrl: string;
  /** What to do next, by status. */
  readonly advice: Readonly<Record<number, string>>;
}

const HUB: Api = {
  name: "Partner Hub",
  baseUrl: "hub_base_url (DIALOG360_HUB_BASE_URL)",
  advice: {
    401: `Check the credentials: api_key (DIALOG360_API_KEY), ${BEARER}.`,
    403: "Check that partner_id (DIALOG360_PARTNER_ID) is the partner whom the credentials belong to.",
    404: "They come from partner_id (DIALOG360_PARTNER_ID), hub_base_url (DIALOG360_HUB_BASE_URL) and this block.",
    429: BUSY,
  },
};

const SIGNALS: Api = {
  name: "Signals API",
  baseUrl: "signals_base_url (DIALOG360_SIGNALS_BASE_URL)",
  advice: {
    401: `Check the credentials: ${BEARER}. An api_key is not used here.`,
    403: "Check that the client belongs to the partner whom the credentials belong to.",
    404: "They come from this block and from signals_base_url (DIALOG360_SIGNALS_BASE_URL).",
    429: BUSY,
  },
};

function apiWords(api: Api, { status }: ApiError): Words {
  if (isRedirect(status)) return [`${api.name} redirects elsewhere (${status})`, redirectAdvice(api)];
  const next = api.advice[status] ?? (status >= 500 ? LATER : "");
  const title = TITLES[status] ?? (status >= 500 ? `${api.name} failed` : `${api.name} refused the request`);
  return [`${title} (${status})`, next];
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function redirectAdvice({ baseUrl }: Api): string {
  return `Set ${baseUrl} to the address that answers by itself, with https:// and the full path.`;
}

const TITLES: Readonly<Record<number, string>> = {
  401: "Credentials refused",
  403: "Not allowed",
  404: "Not found",
  429: "Too many requests",
};

function networkAdvice(code: string): string {
  const urls = `${HUB.baseUrl} and ${SIGNALS.baseUrl}`;
  if (/CERT|SELF_SIGNED|VERIFY|PRX_TLS/.test(code)) {
    return `Check ${urls}. An authority of your own can be trusted by ca_cert_file (DIALOG360_CA_CERT_FILE), or by NODE_EXTRA_CA_CERTS=/path/to/ca.pem.`;
  }
  if (/TLS|SSL|EPROTO/.test(code)) {
    return `Check scheme and port of ${urls}, and whether a proxy (HTTPS_PROXY, NO_PROXY) stands between.`;
  }
  if (/TIME/.test(code)) {
    return `One attempt may take request_timeout (DIALOG360_REQUEST_TIMEOUT); raise it if the network is slow. Check the proxy (HTTPS_PROXY, NO_PROXY) too.`;
  }
  return `Check the network, the proxy (HTTPS_PROXY, NO_PROXY), ${urls}.`;
}

const DECODE =
  "Either a proxy or a base URL that is not 360dialog's API answered (hub_base_url, signals_base_url), or the API has changed: then please report it, without the ids.";

const CREDENTIALS = `The Partner Hub takes api_key (DIALOG360_API_KEY), ${BEARER}. The Signals API takes a bearer token only: ${BEARER}; an api_key may stand beside it for the hub.`;

const READ_ONLY =
  "read_only (DIALOG360_READ_ONLY) is set, so nothing is switched, and nothing has been: plan works, apply does not. Take it away where changes are meant.";

function stoppedAdvice({ unanswered }: StoppedError): string {
  return unanswered
    ? "Run plan again: what is not known to be done is planned once more; sending a switch twice does no harm."
    : "Run it again to go on.";
}
