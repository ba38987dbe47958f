import { createLogger, type LogFields } from "../../src/framework/logger";
import { UNKNOWN } from "../../src/framework/value";

const NOW = new Date("2026-11-23T01:02:03.456Z");

function logger(env: NodeJS.ProcessEnv = { TF_LOG: "trace" }) {
  const lines: string[] = [];
  const log = createLogger({
    env,
    providerName: "example-cafe",
    write: (line) => lines.push(line),
    now: () => NOW,
  });
  const entries = () => lines.map((line) => JSON.parse(line));
  return { log, lines, entries };
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function written(fields: LogFields): Record<string, unknown> {
  const { log, entries } = logger();
  log.log("info", "message", fields);
  return entries()[0];
}

describe("a line", () => {
  test("is JSON as hclog writes it, with six digits of a second", () => {
    const { log, lines } = logger();

    log.log("warn", "the cup is full", { cups: 3 });

    expect(lines).toEqual([
      '{"@level":"warn","@message":"the cup is full","@timestamp":"2026-11-23T01:02:03.456000Z","cups":3}\n',
    ]);
  });

  test("has text in the three names that Terraform reads, whatever it was given", () => {
    const { log, entries } = logger();

    log.log("info", 5 as unknown as string, {
      "@level": 7,
      "@message": {},
      "@timestamp": null,
      "@module": 1,
    });

    expect(entries()[0]).toMatchObject({
      "@level": "info",
      "@message": "5",
      "@timestamp": "2026-11-23T01:02:03.456000Z",
      module: 1,
    });
  });

  test("is one line, whatever is in it", () => {
    const { log, lines } = logger();

    log.log("info", "two\nlines", { also: "here\r\n" });

    expect(lines[0]?.indexOf("\n")).toBe((lines[0]?.length ?? 0) - 1);
  });

  test("that would be too long for Terraform is cut", () => {
    const { log, lines, entries } = logger();
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field${n}`, "x".repeat(7_000)]));

    log.log("info", "y".repeat(100_000), many);

    expect(Buffer.byteLength(lines[0] ?? "")).toBeLessThan(64 * 1024);
    expect(entries()[0]).toMatchObject({ fields_left_out: 20 });
  });

  const circular: Record<string, unknown> = {};
  circular["itself"] = circular;
  const explosive = {
    get value(): string {
      throw new Error("do not look");
    },
  };
  test.each([
    ["a big integer", { field: 12345678901234567890n }, { field: "12345678901234567890" }],
    ["no number", { field: Number.NaN }, { field: "NaN" }],
    ["undefined", { field: undefined }, {}],
    ["a date", { field: NOW }, { field: "2026-11-23T01:02:03.456Z" }],
    ["bytes", { field: Buffer.alloc(3) }, { field: "3 bytes" }],
    ["a list", { field: [1, [null, true]] }, { field: [1, [null, true]] }],
    [
      "an error",
      { field: { message: "broken", stack: "Error: broken\n  at x" } },
      { field: "Error: broken\n  at x" },
    ],
    ["something that cannot be read", { field: explosive }, { fields_unreadable: "Error: do not look" }],
  ])("survives %s among its fields", (_what, fields, expected) => {
    const { "@level": _level, "@message": _message, "@timestamp": _time, ...rest } = written(fields);

    expect(rest).toEqual(expected);
  });

  test("tells of a field that cannot be told why, and keeps the others", () => {
    const line = written({ plan: { id: UNKNOWN, name: "a" } });
    expect(line).toMatchObject({ plan: { id: expect.stringContaining("isUnknown"), name: "a" } });
  });

  test("survives an object that holds itself", () => {
    expect(JSON.stringify(written({ circular }))).toContain('{"itself":"…"}');
  });
});

describe("how loud", () => {
  const levels = ["trace", "debug", "info", "warn", "error"] as const;
  test.each([
    [{}, 0],
    [{ TF_LOG: "" }, 0],
    [{ TF_LOG: "off" }, 0],
    [{ TF_LOG: "ERROR" }, 1],
    [{ TF_LOG: "warn" }, 2],
    [{ TF_LOG: "Info" }, 3],
    [{ TF_LOG: "DEBUG" }, 4],
    [{ TF_LOG: "TRACE" }, 5],
    [{ TF_LOG: "JSON" }, 5],
    [{ TF_LOG: "loud" }, 5],
    [{ TF_LOG_CORE: "trace" }, 0],
    [{ TF_LOG: "trace", TF_LOG_PROVIDER: "error" }, 1],
    [{ TF_LOG: "error", TF_LOG_PROVIDER: "" }, 1],
    [{ TF_LOG_PROVIDER: "trace", TF_LOG_PROVIDER_EXAMPLE_CAFE: "warn" }, 2],
    [{ TF_LOG_PROVIDER: "trace", TF_LOG_PROVIDER_EXAMPLE_CAFE: "off" }, 0],
    [{ TF_LOG_PROVIDER: "warn", TF_LOG_PROVIDER_OTHER: "trace" }, 2],
  ])("with %p the %i loudest levels are written", (env, count) => {
    const { log, entries } = logger(env);
    for (const level of levels) log.log(level, "x");
    const expected = levels.slice(levels.length - count);

    expect(entries().map((entry) => entry["@level"])).toEqual(expected);
    expect(levels.filter((level) => log.enabled(level))).toEqual(expected);
  });
});

describe("secrets", () => {
  const secret = 'p&ss "wörd"/+\\';
  const bytes = Buffer.from(secret);

  test.each([
    ["as it is", secret],
    ["in JSON text", JSON.stringify({ password: secret })],
    ["in base64", bytes.toString("base64")],
    ["in base64 without padding", bytes.toString("base64").replace(/=+$/, "")],
    ["in base64 for URLs", bytes.toString("base64url")],
    ["in a URL", encodeURIComponent(secret)],
    [
      "in a URL with small hex digits",
      encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ["in a form", new URLSearchParams({ password: secret }).toString()],
    ["in JSON within JSON within JSON", inJson(inJson(inJson(secret)))],
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(secret))],
    ["in the base64 of user and password", Buffer.from(`partner:${secret}`).toString("base64")],
  ])("are hidden %s, in messages, fields and names", (_how, text) => {
    const { log, lines } = logger();
    log.redact(secret);

    log.log("info", `before ${text} after`, { deep: [{ text }], [text]: 1 });

    expect(lines[0]).toContain("before ");
    expect(lines[0]?.match(/\(redacted\)/g)).toHaveLength(3);
    expect(lines[0]).not.toContain(text);
    expect(lines[0]).not.toContain(inJson(text));
  });

  test("that end with a line end are hidden with and without it", () => {
    const { log, entries } = logger();
    log.redact("from-a-file\n");

    log.log("info", "[from-a-file\n] [from-a-file]", { json: JSON.stringify("from-a-file\n") });

    expect(entries()[0]).toMatchObject({
      "@message": "[(redacted)] [(redacted)]",
      json: '"(redacted)"',
    });
  });

  test("that hold one another are hidden whole", () => {
    const { log, entries } = logger();
    log.redact("secret");
    log.redact("secret-and-more");

    log.log("info", "secret-and-more, secret");

    expect(entries()[0]["@message"]).toBe("(redacted), (redacted)");
  });

  test("that are numbers are hidden in numbers", () => {
    const { log, entries } = logger();
    log.redact("12345678");

    log.log("info", "x", { number: 12345678, other: 1234 });

    expect(entries()[0]).toMatchObject({ number: "(redacted)", other: 1234 });
  });

  test.each(["", "abc", "ab\n", "\n\n\n"])("as short as %p are left alone", (short) => {
    const { log, entries } = logger();
    log.redact(short);

    log.log("info", "abc ab");

    expect(entries()[0]["@message"]).toBe("abc ab");
  });

  test("are known to every logger of the same root, whichever learned them", () => {
    const { log, entries } = logger();
    const child = log.with({ tf_rpc: "ReadResource" });
    child.with({}).redact("hidden-word");

    log.log("info", "hidden-word");
    child.log("info", "hidden-word");

    expect(entries().map((entry) => entry["@message"])).toEqual(["(redacted)", "(redacted)"]);
  });

  test("cannot be seen in errors", () => {
    const { log, lines } = logger();
    log.redact("hidden-word");

    log.log("error", "x", { error: new Error("login with hidden-word") });

    expect(lines[0]).toContain("with (redacted)");
    expect(lines[0]).not.toContain("hidden-word");
  });
});

test("with() adds its fields to each line, and a line's own win", () => {
  const { log, entries } = logger();
  const child = log.with({ tf_rpc: "ReadResource", a: 1 }).with({ b: 2 });

  child.log("info", "x", { a: 3 });
  log.log("info", "y");

  expect(entries()[0]).toMatchObject({ tf_rpc: "ReadResource", a: 3, b: 2 });
  expect(entries()[1]).not.toHaveProperty("tf_rpc");
});

describe("a method for each level", () => {
  test.each(["trace", "debug", "info", "warn", "error"] as const)("%s writes that level", (level) => {
    const { log, entries } = logger();
    log[level]("the cup is full", { fields: { cups: 3 } });
    log[level]("empty");
    expect(entries()).toMatchObject([
      { "@level": level, "@message": "the cup is full", cups: 3 },
      { "@level": level },
    ]);
  });
});

describe("hidden values", () => {
  const hidden = {
    hide: (text: string) => text.replaceAll("example-secret", "(hidden)"),
    isSensitiveName: (name: string) => name === "password",
  };

  test("stand in no message and no field, by their text and by the field's name", () => {
    const { log, entries } = logger();
    log.hiding(hidden).info("with example-secret", {
      fields: {
        password: "whatever",
        id: "example-secret",
        user: { password: ["a", "b"], name: "c" },
        "@password": 7,
      },
    });
    expect(entries()[0]).toMatchObject({
      "@message": "with (hidden)",
      password: "(sensitive value)",
      id: "(hidden)",
      user: { password: "(sensitive value)", name: "c" },
    });
  });

  test("are told from what is not there", () => {
    const { log, entries } = logger();
    log.hiding(hidden).info("m", { fields: { password: null } });
    expect(entries()[0]).toHaveProperty("password", null);
  });

  test("are hidden by every logger below, and by no logger above", () => {
    const { log, entries } = logger();
    const other = { hide: (text: string) => text, isSensitiveName: (name: string) => name === "token" };
    log
      .hiding(hidden)
      .hiding(other)
      .with({ token: "t" })
      .info("example-secret", { fields: { password: "p" } });
    log.info("example-secret", { fields: { password: "p" } });
    expect(entries()).toMatchObject([
      { "@message": "(hidden)", token: "(sensitive value)", password: "(sensitive value)" },
      { "@message": "example-secret", password: "p" },
    ]);
  });
});
