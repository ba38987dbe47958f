import { createSimulator } from "../../../src/simulator";
import { faultMembers } from "../../../src/simulator/faults/fault";
import { ask } from "../ask";

const asBrowser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const page = (path = "/_simulator/", headers: Record<string, string> = {}) =>
  ask(createSimulator(), path, { headers });

test("the page is at the end of the slash, and whatever a browser may type leads to it", async () => {
  const { status, headers, text } = await page();
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(text).toMatch(/^<!doctype html>/);
  for (const path of ["/", "/_simulator"]) {
    const redirect = await page(path, asBrowser);
    expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "/_simulator/"]);
  }
});

test("whoever wants JSON gets it where it was, and the top stays unknown to the simulated APIs", async () => {
  expect((await page("/_simulator")).json.operations).toContain("GET /_simulator/view");
  expect((await page("/", { accept: "application/json" })).status).toBe(404);
  const simulator = createSimulator();
  await ask(simulator, "/", { headers: asBrowser });
  expect(simulator.requests.list()).toEqual([]);
});

test("every file that the page names is there, and no file names another host or an inline script", async () => {
  const seen = new Set<string>();
  const queue = [""];
  for (const name of queue) {
    if (seen.has(name)) continue;
    seen.add(name);
    const { status, headers, text } = await page(`/_simulator/${name}`);
    expect([name, status]).toEqual([name, 200]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(text).not.toMatch(
      /https?:|<script(?![^>]* src=)|<style|\son[a-z]+=|innerHTML|insertAdjacentHTML|eval\(/,
    );
    const folder = name.replace(/[^/]*$/, "");
    for (const [, link = ""] of text.matchAll(/(?:href|src)="([a-z/.-]+)"/g)) queue.push(folder + link);
    for (const [, link = ""] of text.matchAll(/from "\.\/([a-z.-]+)"/g)) queue.push(folder + link);
  }
  expect([...seen].filter((name) => name.endsWith(".mjs")).length).toBeGreaterThan(10);
  expect(await page("/_simulator/browser/nonsense.browser.mjs")).toMatchObject({ status: 404 });
});

test("a browser runs nothing but the page's own files, and shows it in no frame", async () => {
  const policy = (await page()).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("each fault that the page offers makes sense", async () => {
  const { control } = createSimulator();
  const { text } = await page("/_simulator/browser/fault-effects.browser.mjs");
  const effects = [...text.matchAll(/\["[^"]+", \{ (.+) \}\]/g)].map(([, members = ""]) =>
    JSON.parse(`{${members.replaceAll(/(\w+):/g, '"$1":').replaceAll("_", "")}}`),
  );
  expect(effects.length).toBeGreaterThan(12);
  for (const effect of effects) control.addFault({ route: "any", ...effect });
});

/** A function of a script of the page that imports nothing. */
async function fromPage(script: string, name: string) {
  const { text } = await page(`/_simulator/browser/${script}.browser.mjs`);
  return new Function(`${text.replaceAll(/^export /gm, "")}; return ${name};`)();
}

test.each([
  [{ route: "ads", status: 500, skip: 0, times: 1 }, "Fail 1 request of ads: status 500"],
  [
    { route: "enable_ctwa", status: 500, applied: true, skip: 2, times: 3 },
    "Fail 3 requests of enable_ctwa after 2 more: status 500, carried out all the same",
  ],
  [{ route: "any", cut: "body", times: "always" }, "Fail every request of any route: half a body"],
  [{ route: "connection", tls: true, times: 2 }, "Fail 2 connections: broken TLS"],
  [
    { route: "any", path: "/api/*", query: "*offset=0*", delayMs: 20, hang: false },
    "Fail 1 request of any route at /api/* with the query *offset=0*: 20 ms late",
  ],
  [{ route: "ads" }, "Fail 1 request of ads: nothing changes"],
])("the fault %j is said in words", async (fault, words) => {
  expect((await fromPage("fault-words", "faultWords"))(fault)).toBe(words);
});

test("every effect of a fault has words", async () => {
  const say = await fromPage("fault-words", "faultWords");
  for (const [name, { part }] of Object.entries(faultMembers))
    if (part === "effect") expect(say({ route: "any", [name]: 7 })).not.toMatch(/nothing|undefined/);
});

test.each([
  ["number", 200, "200"],
  ["number", null, ""],
  ["rate", { requests: 5, seconds: 0.5, retryAfter: false }, "5/500ms,no-retry-after"],
  ["rate", { requests: 5, seconds: 30, retryAfter: true }, "5/30s"],
  ["body", { ok: true }, '{"ok":true}'],
])(
  "an option of the kind %s with the value %j is typed as %s, and read back",
  async (input, value, typed) => {
    expect((await fromPage("option-values", "toTyped"))(input, value)).toBe(typed);
    const back = (await fromPage("option-values", "fromTyped"))({ input, nullable: true }, typed);
    expect(back).toEqual(input === "rate" ? typed : value);
  },
);

test.each(["many", "2s", "-"])(
  "the number %s is left to the simulator, never taken as none",
  async (typed) => {
    const read = await fromPage("option-values", "fromTyped");
    expect(read({ input: "number", nullable: true }, typed)).toBe(typed);
  },
);
