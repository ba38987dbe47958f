import {
  type ApiError,
  BusyError,
  CredentialError,
  type CredentialKind,
  DecodeError,
  Dialog360Error,
  HubError,
  InvalidIdError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  type RefusalReason,
  SignalsError,
  StoppedError,
} from "../client";
import { type Diagnostic, DiagnosticError } from "../framework";
import { titles } from "./titles";

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

/** The same as text, for a warning about work that failed while the operation went on. */
export function summarise(error: unknown): string {
  if (error instanceof DiagnosticError) return error.diagnostic.detail;
  // The work that was stopped reports the stop with its own advice.
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
  if (error instanceof BusyError) return ["Rate limit: not enough time left", BUSY];
  if (error instanceof DecodeError) {
    return [titles.unexpectedResponse(error.api === "hub" ? HUB.name : SIGNALS.name), DECODE];
  }
  if (error instanceof CredentialError) return ["Missing credentials", CREDENTIALS];
  if (error instanceof ReadOnlyError) return [titles.readOnly, READ_ONLY];
  if (error instanceof InvalidIdError) return ["Invalid id", ""];
  if (error instanceof StoppedError) return ["Stopped", stoppedAdvice(error)];
  return ["360dialog could not be used", ""];
}

function loginWords(error: LoginError): Words {
  const { host, status, final, reason } = error;
  const summary = `Login to ${host} ${final ? "refused" : "failed"} (${status})`;
  if (reason === "redirected") {
    return [`Login to ${host} is redirected (${status})`, redirectAdvice(HUB, error)];
  }
  if (reason === "not_found" || reason === "wrong_method") {
    return [
      summary,
      `Check ${HUB.baseUrl}. The provider logs in at the Partner Hub; the Signals API has no /token.`,
    ];
  }
  if (!final) return [summary, LATER];
  return [
    summary,
    "Check username (DIALOG360_USERNAME) and password (DIALOG360_PASSWORD). If bearer tokens have been switched off for your partner, use api_key (DIALOG360_API_KEY). The login is not tried again in this run.",
  ];
}

const LATER =
  "Try again later. max_retries (DIALOG360_MAX_RETRIES) sets how many times a request is repeated.";

const BEARER =
  "access_token (DIALOG360_ACCESS_TOKEN) or username and password (DIALOG360_USERNAME, DIALOG360_PASSWORD)";

const BUSY = "Raise `timeouts`, run with a lower `-parallelism`, or try again later.";

interface Api {
  readonly name: string;
  /** The setting and its environment variable. */
  readonly baseUrl: string;
  /** Advice by the reason of a refusal. */
  readonly advice: Partial<Readonly<Record<RefusalReason, string>>>;
}

const HUB: Api = {
  name: "Partner Hub",
  baseUrl: "hub_base_url (DIALOG360_HUB_BASE_URL)",
  advice: {
    unauthorised: `Check the credentials: api_key (DIALOG360_API_KEY), ${BEARER}.`,
    forbidden:
      "The credentials are valid but may not do this. Check that partner_id (DIALOG360_PARTNER_ID) is the partner whom the credentials belong to, and that the client has given the partner its permission.",
    not_found:
      "Check the ids: they come from partner_id (DIALOG360_PARTNER_ID) and this block. Check hub_base_url (DIALOG360_HUB_BASE_URL), too.",
    wrong_method: "Check hub_base_url (DIALOG360_HUB_BASE_URL).",
    throttled: BUSY,
    server_error: LATER,
  },
};

const SIGNALS: Api = {
  name: "Signals API",
  baseUrl: "signals_base_url (DIALOG360_SIGNALS_BASE_URL)",
  advice: {
    unauthorised: `Check the credentials: ${BEARER}. An api_key is not used here.`,
    forbidden: "Check that the client belongs to the partner whom the credentials belong to.",
    not_found:
      "Check the ids: they come from this block. Check signals_base_url (DIALOG360_SIGNALS_BASE_URL), too.",
    wrong_method: "Check signals_base_url (DIALOG360_SIGNALS_BASE_URL).",
    throttled: BUSY,
    server_error: LATER,
  },
};

/** The likely cause if this kind of credentials was refused. */
const REFUSED_CREDENTIALS: Readonly<Record<CredentialKind, string>> = {
  api_key: "The API key may have been revoked, or belong to another partner.",
  token: "The access token may have expired.",
  login: "The token was refused although the login had just returned it.",
};

const PAGE_ADVICE =
  "Pages of 500, 200 and 100 rows were refused too. If the hub accepts only smaller ones, set page_size (DIALOG360_PAGE_SIZE).";

function refusesPage({ reason, purpose }: ApiError): boolean {
  return reason === "invalid" && (purpose === "channels" || purpose === "clients");
}

function apiWords(api: Api, error: ApiError): Words {
  const { status, reason, credential } = error;
  if (reason === "redirected")
    return [`${api.name} redirects elsewhere (${status})`, redirectAdvice(api, error)];
  const likely = reason === "unauthorised" && credential !== null ? [REFUSED_CREDENTIALS[credential]] : [];
  const title = TITLES[reason] ?? "refused the request";
  return [
    `${/^[A-Z]/.test(title) ? title : `${api.name} ${title}`} (${status})`,
    [...likely, refusesPage(error) ? PAGE_ADVICE : (api.advice[reason] ?? "")].join(" ").trim(),
  ];
}

function redirectAdvice({ baseUrl }: Api, { redirect }: ApiError): string {
  return redirect?.sameHost
    ? `Check the path of ${baseUrl}, and the ids in this block.`
    : `Set ${baseUrl} to the address that answers without a redirect, with https:// and the full path.`;
}

const TITLES: Partial<Readonly<Record<RefusalReason, string>>> = {
  unauthorised: "Credentials refused",
  forbidden: "Not allowed",
  not_found: "Not found",
  throttled: "Too many requests",
  server_error: "failed",
};

function networkAdvice(code: string): string {
  const urls = `${HUB.baseUrl} and ${SIGNALS.baseUrl}`;
  if (/CERT|SELF_SIGNED|VERIFY|PRX_TLS/.test(code)) {
    return `Check ${urls}. To trust a certificate authority of your own, set ca_cert_file (DIALOG360_CA_CERT_FILE) or NODE_EXTRA_CA_CERTS=/path/to/ca.pem.`;
  }
  if (/TLS|SSL|EPROTO/.test(code)) {
    return `Check scheme and port of ${urls}, and whether the requests pass a proxy (HTTPS_PROXY, NO_PROXY).`;
  }
  if (/TIME/.test(code)) {
    return `If the network is slow, raise request_timeout (DIALOG360_REQUEST_TIMEOUT), the time limit of one attempt. Check the proxy (HTTPS_PROXY, NO_PROXY) too.`;
  }
  return `Check the network, the proxy (HTTPS_PROXY, NO_PROXY), and ${urls}.`;
}

const DECODE =
  "Check hub_base_url and signals_base_url, and whether a proxy answered in place of 360dialog. If both are right, 360dialog's API may have changed: please report it, without the ids.";

const CREDENTIALS = `The Partner Hub accepts api_key (DIALOG360_API_KEY), ${BEARER}. The Signals API accepts only a bearer token: ${BEARER}. An api_key for the hub may be set as well.`;

const READ_ONLY =
  "read_only (DIALOG360_READ_ONLY) is set: plans work, and applies switch nothing. This run has switched nothing. To make changes, remove the setting.";

function stoppedAdvice({ mayHaveTakenEffect }: StoppedError): string {
  return mayHaveTakenEffect
    ? "Run plan again. It plans a switch whose outcome is unknown once more; sending a switch twice does no harm."
    : "Run the command again to continue.";
}
