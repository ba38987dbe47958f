import { describeFailure } from "../../src/client/network-failure";

const coded = (code: string, more = {}) => Object.assign(new Error(`message of ${code}`), { code, ...more });

test.each([
  ["the code that the system gave", coded("ENOTFOUND"), "ENOTFOUND", "its name does not exist in DNS"],
  [
    "the first of several addresses",
    Object.assign(new Error(""), { errors: [coded("ECONNREFUSED"), coded("ENETUNREACH")] }),
    "ECONNREFUSED",
    "the connection was refused",
  ],
  [
    "what the library wrapped",
    coded("UND_ERR_SOCKET", { cause: coded("ECONNRESET") }),
    "ECONNRESET",
    "the connection was cut",
  ],
  [
    "the library's own code",
    coded("UND_ERR_CONNECT_TIMEOUT"),
    "UND_ERR_CONNECT_TIMEOUT",
    "connecting took too long",
  ],
  ["a certificate", coded("CERT_HAS_EXPIRED"), "CERT_HAS_EXPIRED", "its certificate has expired"],
  ["a code without words", coded("E_ODD"), "E_ODD", "message of E_ODD"],
  ["an error without a code", new Error("odd"), "unknown", "odd"],
  ["an error without anything", new Error(""), "unknown", "it failed without a reason"],
  ["something that is no error", "odd", "unknown", "odd"],
  ["nothing", null, "unknown", "null"],
])("%s tells what happened", (_, error, code, words) => {
  expect(describeFailure(error)).toEqual({ code, words });
});
