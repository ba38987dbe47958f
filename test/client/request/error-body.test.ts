import { readErrorBody } from "../../../src/client/request/error-body";

const asItIs = (text: string) => text;
const hub = (meta: unknown) => JSON.stringify({ meta });

describe("the API's own words", () => {
  test.each([
    [
      "the hub's envelope",
      hub({ success: false, http_code: 404, developer_message: "No such channel" }),
      "No such channel",
    ],
    [
      "details as a list",
      hub({ developer_message: "Bad payload", details: ["limit too high", "sort unknown"] }),
      "Bad payload; limit too high, sort unknown",
    ],
    [
      "details as a string",
      hub({ developer_message: "Bad payload", details: "limit" }),
      "Bad payload; limit",
    ],
    [
      "details as an object",
      hub({ developer_message: "Bad payload", details: { limit: ["too high"] } }),
      "Bad payload; limit: too high",
    ],
    ["details alone", hub({ details: ["nothing else"] }), "nothing else"],
    [
      "data of the error",
      hub({
        developer_message: "Failed",
        error_data: { code: 7, message: "Failed", real_message: "Plan too small" },
      }),
      "Failed; Plan too small",
    ],
    [
      "the login's shape",
      '{"error":"invalid_grant","error_description":"Wrong email or password."}',
      "invalid_grant: Wrong email or password.",
    ],
    ["error alone", '{"error":"Unauthorized"}', "Unauthorized"],
    ["a message inside error", '{"error":{"message":"not yours"}}', "not yours"],
    ["a bare message", '{"message":"too many"}', "too many"],
    ["detail", '{"detail":"Not Found"}', "Not Found"],
    ["a list of details", '{"detail":[{"loc":["query","limit"],"msg":"too high"}]}', "too high"],
    ["a JSON string", '"go away"', "go away"],
    [
      "the title of a web page",
      "<!doctype html><html><head><title>502 Bad Gateway</title></head>",
      "502 Bad Gateway (a web page)",
    ],
    ["the heading of a web page", "<html><body><h1>Blocked</h1>", "Blocked (a web page)"],
  ])("are found in %s", (_, body, message) => {
    expect(readErrorBody(body, asItIs).message).toBe(message);
  });

  test.each([
    ["null", "null"],
    ["a number", "503"],
    ["a list", "[1,2]"],
    ["an empty object", "{}"],
    ["an envelope without words", '{"meta":{"success":false}}'],
    ["an envelope of another type", '{"meta":7,"error":null}'],
    ["half of some JSON", '{"meta":{"developer_mess'],
    ["plain text", "upstream connect error"],
  ])("are missing in %s, of which an excerpt is left", (_, body) => {
    expect(readErrorBody(body, asItIs)).toEqual({ message: null, excerpt: body });
  });

  test.each(["", "  \n "])("are missing in the body %p, of which nothing is left", (body) => {
    expect(readErrorBody(body, asItIs)).toEqual({ message: null, excerpt: null });
  });
});

test("ten megabytes leave an excerpt of a few hundred characters", () => {
  const words = readErrorBody(JSON.stringify({ message: "x".repeat(10_000_000) }), asItIs);
  expect(words.excerpt).toHaveLength(300);
  expect(words.message).toHaveLength(500);
});

test("control characters cannot reach a terminal", () => {
  const words = readErrorBody('{"message":"red \\u001b[31m alert\\nnext\\u202e"}', asItIs);
  expect(words.message).toBe("red [31m alert next");
});

test("what is put in a secret's place does not make an excerpt longer", () => {
  const redact = (text: string) => text.replaceAll("abcd", "(redacted)");
  const words = readErrorBody(JSON.stringify({ message: "abcd ".repeat(200) }), redact);
  expect(words.message).toHaveLength(500);
  expect(readErrorBody("abcd ".repeat(200), redact).excerpt).toHaveLength(300);
});
