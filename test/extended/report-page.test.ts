import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { renderHtml } from "../../src/commands/report/formats/html";
import type { TrackingReport } from "../../src/commands/report/tracking-report";
import { EVIL, evilReport, exampleReport, largeReport } from "../commands/report/example-report";
import { type Browser, openBrowser } from "./browser";
import { chromium, suite } from "./needs";

jest.setTimeout(60_000);

suite("the page of a report in a browser", { program: chromium }, ({ program }) => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-report-"));
  });

  afterEach(() => browser.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function open(report: TrackingReport): Promise<void> {
    const file = path.join(folder, "report.html");
    await writeFile(file, renderHtml(report));
    browser = await openBrowser(program, pathToFileURL(file).href);
    await browser.until("document.querySelector('#rows tr')");
  }

  const texts = (selector: string) =>
    browser.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`,
    ) as Promise<string[]>;
  const ids = () => texts("#rows td:first-child");
  const type = async (selector: string, text: string) => {
    await browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).select()`);
    await browser.type(text);
  };

  test("totals filter the table, words search it, headings sort it, and nothing is complained of", async () => {
    await open(exampleReport());
    expect(await ids()).toEqual(
      expect.arrayContaining(["goneCH", "flippedCH", "trackedCH", "sixCH", "idleCH"]),
    );
    await browser.click('[data-total="differs"]');
    expect(await ids()).toEqual(["flippedCH"]);
    await browser.click('[data-total="differs"]');
    await type("#words", "bakery CH");
    expect((await ids()).sort()).toEqual(["goneCH", "idleCH", "movedCH", "sixCH", "trackedCH"].sort());
    await browser.click("#heads th:first-child button");
    expect(await ids()).toEqual([...(await ids())].sort());
    await browser.click("#heads th:first-child button");
    expect((await ids())[0]).toBe("trackedCH");
    expect(await browser.evaluate("document.querySelector('#heads th').ariaSort")).toBe("descending");
    expect(browser.complaints).toEqual([]);
  });

  test("markup in names is text, and no address but the file's own is asked for", async () => {
    await open(evilReport());
    await type("#words", "onerror");
    expect(await ids()).toEqual(["evilCH"]);
    const [name = ""] = await texts("#rows td:nth-child(4)");
    expect(name).toContain(EVIL.slice(0, 40));
    expect(name).toMatch(/202e/);
    expect(await browser.evaluate("document.images.length + document.scripts.length")).toBe(2);
    expect(await browser.evaluate("performance.getEntriesByType('resource').length")).toBe(0);
    expect(browser.complaints).toEqual([]);
  });

  test("50,000 channels are shown by the page, searched and sorted without a long pause", async () => {
    await open(largeReport(50_000, 300));
    expect(await ids()).toHaveLength(100);
    await type("#words", "n49999");
    expect(await ids()).toEqual(["n49999CH"]);
    await type("#words", "ch");
    await browser.click("#heads th:nth-child(4) button");
    expect((await ids())[0]).toBe("n00000CH");
    await browser.click("#on");
    expect(await texts("#shown")).toEqual(["101 to 200 of 50,000"]);
    expect(await browser.evaluate("document.querySelectorAll('*').length")).toBeLessThan(5_000);
  });

  test("the keyboard reaches totals, search, client, download, headings and pages", async () => {
    await open(largeReport(150, 3));
    const seen: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      await browser.press("Tab");
      seen.push(await browser.evaluate("document.activeElement.id || document.activeElement.textContent"));
    }
    for (const wanted of ["words", "client", "csv", "channel", "page", "on"]) expect(seen).toContain(wanted);
    await browser.evaluate("document.querySelector('[data-total=differs]').focus()");
    await browser.press("Enter");
    expect((await ids()).sort()).toEqual(["n00000CH", "n00050CH", "n00100CH"]);
  });

  test("the download holds what the filter leaves, and no formula", async () => {
    await open(evilReport());
    await type("#words", "flipped");
    const csv = await browser.evaluate(`new Promise((resolve) => {
      URL.createObjectURL = (blob) => { blob.text().then(resolve); return "#"; };
      document.getElementById("csv").click();
    })`);
    expect(csv.split("\r\n")).toEqual([
      expect.stringMatching(/^channel,client,/),
      expect.stringMatching(/^flippedCH,exampleCL,/),
      "",
    ]);
  });

  test("printing lists all that was found, on paper colours and without controls", async () => {
    await open(largeReport(150, 3));
    await browser.call("Emulation.setEmulatedMedia", { media: "print" });
    await browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await ids()).toHaveLength(150);
    expect(await texts("#shown")).toEqual(["1 to 150 of 150"]);
    expect(await browser.evaluate("getComputedStyle(document.getElementById('form')).display")).toBe("none");
  });

  test.each(["light", "dark"])(
    "a picture is taken in %s, and nothing is wider than a phone",
    async (scheme) => {
      await open(largeReport(3_000, 40));
      const features = [{ name: "prefers-color-scheme", value: scheme }];
      await browser.call("Emulation.setEmulatedMedia", { media: "screen", features });
      await browser.call("Emulation.setDeviceMetricsOverride", {
        ...{ width: 1200, height: 1000, deviceScaleFactor: 1, mobile: false },
      });
      const { data } = await browser.call("Page.captureScreenshot", { format: "png" });
      expect(data.length).toBeGreaterThan(10_000);
      const pictures = process.env["SCREENSHOTS"];
      if (pictures) await writeFile(path.join(pictures, `report-${scheme}.png`), Buffer.from(data, "base64"));
      await browser.call("Emulation.setDeviceMetricsOverride", {
        ...{ width: 390, height: 800, deviceScaleFactor: 1, mobile: true },
      });
      expect(await browser.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    },
  );
});
