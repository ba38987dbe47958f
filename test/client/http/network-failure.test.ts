import { describeFailure } from "../../../src/client/http/network-failure";

const coded = (code: string, more = {}) => Object.assign(new Error(`message of ${code}`), { code, ...more });

test.each([
  ["the code that the system gave", coded("ENOTFOUND"), "ENOTFOUND", "its name does not exist in DNS"],
  [
    "the name that was looked for, which may be the proxy's",
    coded("ENOTFOUND", { hostname: "proxy.example" }),
    "ENOTFOUND",
    "the name proxy.example does not exist in DNS",
  ],
  [
    "the name that could not be resolved",
    coded("EAI_AGAIN", { hostname: "proxy.example" }),
    "EAI_AGAIN",
    "the name proxy.example could not be resolved at this time",
  ],
  [
    "the address that refused",
    coded("ECONNREFUSED", { address: "127.0.0.1", port: 3128 }),
    "ECONNREFUSED",
    "the connection to 127.0.0.1:3128 was refused",
  ],
  [
    "an address of version 6 that refused",
    Object.assign(new Error(""), { errors: [coded("ECONNREFUSED", { address: "::1", port: 80 })] }),
    "ECONNREFUSED",
    "the connection to [::1]:80 was refused",
  ],
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
