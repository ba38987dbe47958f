import {
  BusyError,
  CredentialError,
  DecodeError,
  type Dialog360Error,
  HubError,
  InvalidIdError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  SignalsError,
  StoppedError,
} from "../../src/client";
import { DiagnosticError } from "../../src/framework";
import { explain, summarise } from "../../src/provider/explain";
import { titles } from "../../src/provider/titles";
import { refusal } from "../client/refusals";

const words = { apiMessage: "the API's own words" };

const network = (code: string) =>
  new NetworkError({ host: "hub.example", request: "GET /", code, words: "it failed", attempts: 5 });

test.each<[string, Dialog360Error, string, RegExp]>([
  [
    "a refused login",
    new LoginError(refusal(401, words), true),
    "Login to hub.example refused (401)",
    /own words[\s\S]*DIALOG360_USERNAME.*DIALOG360_PASSWORD.*not tried again/,
  ],
  [
    "a login at the wrong address",
    new LoginError(refusal(404, words), true),
    "Login to hub.example refused (404)",
    /hub_base_url/,
  ],
  [
    "a login that is redirected",
    new LoginError(refusal(301, words), true),
    "Login to hub.example is redirected (301)",
    /Set hub_base_url/,
  ],
  [
    "a failed login",
    new LoginError(refusal(503, words), false),
    "Login to hub.example failed (503)",
    /max_retries/,
  ],
  [
    "a hub that refuses credentials",
    new HubError(refusal(401, words)),
    "Credentials refused (401)",
    /api_key \(DIALOG360_API_KEY\).*access_token/,
  ],
  ["a hub that forbids", new HubError(refusal(403, words)), "Not allowed (403)", /partner_id/],
  [
    "a hub that finds nothing",
    new HubError(refusal(404, words)),
    "Not found (404)",
    /partner_id.*hub_base_url/,
  ],
  [
    "a hub that redirects",
    new HubError(refusal(308, words)),
    "Partner Hub redirects elsewhere (308)",
    /Set hub_base_url/,
  ],
  ["a hub that fails", new HubError(refusal(503, words)), "Partner Hub failed (503)", /max_retries/],
  [
    "a hub that refuses",
    new HubError(refusal(418, words)),
    "Partner Hub refused the request (418)",
    /own words/,
  ],
  ["a hub with an odd failure", new HubError(refusal(599, words)), "Partner Hub failed (599)", /max_retries/],
  [
    "Signals that refuses credentials",
    new SignalsError(refusal(401, words)),
    "Credentials refused (401)",
    /api_key is not used here/,
  ],
  [
    "Signals that finds nothing",
    new SignalsError(refusal(404, words)),
    "Not found (404)",
    /signals_base_url/,
  ],
  [
    "Signals that redirects",
    new SignalsError(refusal(302, words)),
    "Signals API redirects elsewhere (302)",
    /Set signals_base_url/,
  ],
  [
    "a name that is unknown",
    network("ENOTFOUND"),
    "No answer from hub.example",
    /ENOTFOUND[\s\S]*hub_base_url/,
  ],
  [
    "a certificate that is not trusted",
    network("SELF_SIGNED_CERT_IN_CHAIN"),
    "No answer from hub.example",
    /NODE_EXTRA_CA_CERTS/,
  ],
  [
    "a port without TLS",
    network("ERR_SSL_WRONG_VERSION_NUMBER"),
    "No answer from hub.example",
    /scheme and port of hub_base_url/,
  ],
  ["an attempt that took too long", network("TIMEOUT"), "No answer from hub.example", /request_timeout/],
  [
    "a switch where only reading is allowed",
    new ReadOnlyError("POST", "/api/v2/x/enable_ctwa"),
    titles.readOnly,
    /POST \/api\/v2\/x\/enable_ctwa was not sent[\s\S]*read_only \(DIALOG360_READ_ONLY\)/,
  ],
  [
    "an answer that is none",
    new DecodeError({ path: "/x", status: 200, problem: "its body is not JSON", excerpt: "<html>" }),
    titles.unexpectedResponse("Partner Hub"),
    /hub_base_url and signals_base_url/,
  ],
  ["a missing token", new CredentialError("An API key alone."), "Missing credentials", /bearer token/],
  [
    "no time to wait",
    new BusyError({ method: "GET", target: { host: "hub.example", path: "/x" } }, "It is paused."),
    "Rate limit: not enough time left",
    /^GET \/x on hub\.example was not sent: It is paused\.[\s\S]*timeouts.*-parallelism/,
  ],
  ["an id that cannot be one", new InvalidIdError("It cannot be."), "Invalid id", /cannot be/],
  ["a stop", new StoppedError(), "Stopped", /Run the command again/],
  ["a stop without an answer", new StoppedError({ mayHaveTakenEffect: true }), "Stopped", /Run plan again/],
])("%s is explained by what happened and what to look at", (_, error, summary, detail) => {
  expect(explain(error)).toEqual({ severity: "error", summary, detail: expect.stringMatching(detail) });
  expect(explain(error)?.detail).toContain(error.message);
});

test("what the client did not throw is left to the framework", () => {
  expect(explain(new Error("a bug"))).toBeUndefined();
  expect(explain(new DiagnosticError("a", "b"))).toBeUndefined();
  expect(explain(undefined)).toBeUndefined();
});

test.each([
  ["of ours", network("ENOTFOUND"), /No answer.*[\s\S]*hub_base_url/],
  ["with a diagnostic", new DiagnosticError("title", "the detail"), /^the detail$/],
  ["of anybody", new Error("a bug"), /^a bug$/],
  ["that is no error", "words", /^words$/],
])("an error %s can be told inside a warning", (_, error, expected) => {
  expect(summarise(error)).toMatch(expected);
});
