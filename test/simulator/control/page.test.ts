import { createSimulator } from "../../../src/simulator";
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
