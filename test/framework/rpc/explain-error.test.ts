import { explainError } from "../../../src/framework/rpc/explain-error";

/** The text that a user reads of what an operation threw. */
function told(error: unknown, explain?: (error: unknown) => undefined): string {
  const context = {
    server: { provider: { explain } },
    log: { enabled: () => false },
    signal: { aborted: false },
  };
  return explainError(error, context as never).detail;
}

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });

test.each<[string, unknown, string]>([
  ["an error of an API", new Error("401 Unauthorized"), "401 Unauthorized\n\n"],
  [
    "a failed fetch, with its cause",
    new TypeError("fetch failed", { cause: refused }),
    "fetch failed: connect ECONNREFUSED 127.0.0.1:1\n\n",
  ],
  [
    "several failed attempts",
    new TypeError("fetch failed", {
      cause: Object.assign(new AggregateError([refused], ""), { code: "ECONNREFUSED" }),
    }),
    "fetch failed: connect ECONNREFUSED 127.0.0.1:1\n\n",
  ],
  [
    "a cause that the message repeats",
    new Error("no: it is shut", { cause: new Error("it is shut") }),
    "no: it is shut\n\n",
  ],
  ["a text", "it is shut", "it is shut\n\n"],
])("%s is told in its own words, not as a bug", (_case, error, text) => {
  expect(told(error)).toMatch(new RegExp(`^${text.replace(/[.]/g, "\\.")}`));
  expect(told(error)).not.toMatch(/\bbug\b/);
});

test.each([new TypeError("x is not a function"), new ReferenceError("x is not defined")])(
  "%s is a bug",
  (error) => {
    expect(told(error)).toMatch(/^x is not .*\n\n.*\bbug\b/);
  },
);

test("a circle of causes ends", () => {
  const [a, b] = [new Error("a"), new Error("b")];
  a.cause = b;
  b.cause = a;
  expect(told(a)).toMatch(/^a: b/);
});
