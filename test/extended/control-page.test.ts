import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createSimulator, type Listening, listen, type Simulator } from "../../src/simulator";
import { type Browser, openBrowser } from "./browser";
import { chromium, suite } from "./needs";

jest.setTimeout(60_000);

suite("the simulator's control page in a browser", { program: chromium }, ({ program }) => {
  let simulator: Simulator;
  let listening: Listening;
  let browser: Browser;

  beforeEach(() => start());

  async function start(channels = 24): Promise<void> {
    simulator = createSimulator({ channels });
    listening = await listen(simulator);
    browser = await openBrowser(program, listening.url);
    await browser.until("document.querySelector('#channel-rows tr')");
    await browser.until("document.querySelector('#option-maxPageSize')");
  }

  async function restart(channels: number): Promise<void> {
    await browser.close();
    await listening.close();
    await start(channels);
  }

  afterEach(async () => {
    await browser.close();
    await listening.close();
  });

  const channel = (id: string) => simulator.control.channel(id);
  const labelled = (label: string) => `[aria-label=${JSON.stringify(label)}]`;
  const said = () => browser.until("document.getElementById('said').textContent !== ''");
  const shows = (selector: string, text: string) =>
    browser.until(
      `document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(text)})`,
    );
  const texts = (selector: string) =>
    browser.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`,
    ) as Promise<string[]>;
  const firstIs = (id: string) => shows("#channel-rows tr:first-child .id", id);
  const count = (rows: number) =>
    browser.until(`document.querySelectorAll('#channel-rows tr').length === ${rows}`);
  const choose = (selector: string, value: string) =>
    browser.evaluate(`{
      const chosen = document.querySelector(${JSON.stringify(selector)});
      chosen.value = ${JSON.stringify(value)};
      chosen.dispatchEvent(new Event("change"));
    }`);
  const fill = async (selector: string, text: string) => {
    await browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).select()`);
    await browser.type(text);
  };

  test("a click flips a channel in the store, and the page says who did it", async () => {
    const toggle = labelled("CTWA tracking of berlinCH");
    await browser.click(toggle);
    await browser.until(`document.querySelector('${toggle}[aria-checked=true]')`);
    expect(channel("berlinCH")?.ctwa).toBe(true);
    await shows("#said", "Tracking of berlinCH is on now.");
    await shows("#channel-rows", "on this page");
    expect(browser.complaints).toEqual([]);
  });

  test("everything is reached by the keyboard, and the focus stays while the page renews itself", async () => {
    await browser.evaluate(`document.querySelector('${labelled("CTWA tracking of berlinCH")}').focus()`);
    await browser.press(" ");
    await said();
    expect(channel("berlinCH")?.ctwa).toBe(true);
    simulator.control.changeChannel("berlinCH", { ctwa: false, phone_name: "Renamed" });
    await shows("#channel-rows", "Renamed");
    expect(await browser.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
      "CTWA tracking of berlinCH",
    );
    await browser.press("Tab");
    expect(await browser.evaluate("document.activeElement.textContent")).toBe("Move…");
    await browser.press("Enter");
    await browser.until("document.getElementById('move-dialog').open");
    await browser.press("Escape");
  });

  test("the tab key reaches every part of the page in its order", async () => {
    await restart(3_000);
    const seen: string[] = [];
    const wanted = [
      ...["Skip to the channels", "filter-text", "filter-client", "filter-sort", "filter-size", "add"],
      ...["bulk-action", "bulk-count", "reset", "Client", "Terminate", "page-number", "later"],
      ...[
        "request-status",
        "request-route",
        "clear-requests",
        "revoke",
        "option-churn",
        "clear-faults",
        "times",
      ],
    ];
    const last = wanted.at(-1);
    for (let step = 0; step < 200 && seen.at(-1) !== last; step += 1) {
      await browser.press("Tab");
      seen.push(
        await browser.evaluate("((at) => at.id || at.name || at.textContent)(document.activeElement)"),
      );
    }
    expect(seen.filter((name, index) => wanted.includes(name) && seen.indexOf(name) === index)).toEqual(
      wanted,
    );
  });

  test("pages are walked by buttons and by number, in the size and order that were chosen", async () => {
    await restart(3_000);
    await count(20);
    await shows("#range", "1–20 of 3002");
    await shows("#page-count", "of 151");
    await browser.click("#later");
    await shows("#range", "21–40");
    await fill("#page-number", "151");
    await browser.press("Enter");
    await shows("#range", "3001–3002");
    expect(await browser.evaluate("document.getElementById('later').disabled")).toBe(true);
    await choose("#filter-size", "200");
    await shows("#page-count", "of 16");
    await count(200);
    await browser.click("[data-sort=client]");
    await firstIs("grazCH");
    await browser.click("[data-sort=client]");
    await firstIs("lisbonCH");
    expect(await browser.evaluate("document.querySelector('th:has([data-sort=client])').ariaSort")).toBe(
      "descending",
    );
    await choose("#filter-sort", "-tracking");
    await firstIs("munichCH");
  });

  test("client, state and switch filter together, and the counts follow", async () => {
    await browser.until("document.querySelectorAll('#all-clients option').length === 6");
    await fill("#filter-client", "exampleCL");
    await count(5);
    await shows("#counts", "1 of 5");
    await choose("#filter-tracking", "off");
    await count(4);
    await shows("#bulk-count", "4 channels");
    await fill("#filter-client", "bakery");
    await choose("#filter-state", "terminated");
    await shows("#counts", "0 of 1");
    expect(await texts("#channel-rows .id")).toEqual(["innsbruckCH"]);
  });

  test("rows that match are switched, moved, terminated and restored together, each undone", async () => {
    const before = JSON.stringify(simulator.control.channels());
    const changed = async (action: string, told: string) => {
      await choose("#bulk-action", action);
      await browser.click("#bulk-count");
      await shows("#said", told);
      await shows("#undo", "channel");
      const bakery = ["grazCH", "linzCH", "salzburgCH", "viennaCH", "innsbruckCH"].map(channel);
      await browser.click("#undo");
      await browser.until("document.getElementById('undo').disabled");
      expect(JSON.stringify(simulator.control.channels())).toBe(before);
      return bakery;
    };
    await fill("#filter-client", "bakeryCL");
    await shows("#bulk-count", "5 channels");
    expect((await changed("off", "5 channels")).every((one) => one?.ctwa === false)).toBe(true);
    const ended = await changed("terminate", "5 channels");
    expect(ended.every((one) => one?.hub_status === "terminated")).toBe(true);
    expect((await changed("restore", "5 channels")).every((one) => one?.terminated_at === null)).toBe(true);

    await choose("#bulk-action", "move");
    await fill("#bulk-client", "nobodyCL");
    await browser.click("#bulk-count");
    await shows("#bulk-wrong", "nobodyCL");
    expect(JSON.stringify(simulator.control.channels())).toBe(before);
    await fill("#bulk-client", "exampleCL");
    await browser.press("Enter");
    await shows("#no-channels", "");
    await browser.until("document.getElementById('bulk-count').disabled");
    expect(channel("viennaCH")?.client_id).toBe("exampleCL");
    await browser.click("#undo");
    await count(5);
    expect(JSON.stringify(simulator.control.channels())).toBe(before);
  });

  test("the world is reset after a question, which the keyboard can refuse", async () => {
    const before = JSON.stringify(simulator.control.channels());
    simulator.control.addFault({ route: "ads", status: 500 });
    simulator.control.changeSettings({ churn: 2 });
    simulator.control.changeChannel("berlinCH", { ctwa: true });
    await browser.click("#reset");
    await browser.until("document.getElementById('reset-dialog').open");
    await browser.press("Escape");
    await browser.until("!document.getElementById('reset-dialog').open");
    expect(channel("berlinCH")?.ctwa).toBe(true);
    await browser.click("#reset");
    await browser.until("document.getElementById('reset-dialog').open");
    await browser.click("#reset-dialog button[type=submit]");
    await browser.until("!document.getElementById('reset-dialog').open");
    expect(JSON.stringify(simulator.control.channels())).toBe(before);
    expect([simulator.control.faults(), simulator.control.settings().churn]).toEqual([[], 0]);
    await browser.until("document.getElementById('option-churn').value === '0'");
  });

  test("requests are filtered, and unfold into their bodies without secrets", async () => {
    await fetch(`${listening.hubBaseUrl}/token`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ username: "partner@example.com", password: "example-password" }),
    });
    await fetch(`${listening.hubBaseUrl}/partners/examplePA/clients`);
    await shows("#request-count", "2");
    await choose("#request-status", "4xx");
    await shows("#request-count", "1");
    await shows("#request-rows", "401");
    await choose("#request-status", "");
    await choose("#request-route", "token");
    await shows("#request-rows", "/api/v2/token");
    await browser.evaluate("document.querySelector('#request-rows summary').focus()");
    await browser.press("Enter");
    await shows("#request-rows .bodies", "password");
    await shows("#request-rows .bodies", "access_token");
    const [bodies = ""] = await texts("#request-rows .bodies");
    expect(bodies).toContain("(hidden)");
    expect(bodies).not.toMatch(/example-password|partner@/);
    simulator.control.changeChannel("berlinCH", { phone_name: "Renewed" });
    await shows("#channel-rows", "Renewed");
    expect(await browser.evaluate("document.querySelector('#request-rows details').open")).toBe(true);
  });

  test("a filter leaves what matches", async () => {
    await browser.click("#filter-text");
    await browser.type("bakery");
    await browser.until("document.querySelectorAll('#channel-rows tr').length === 5");
    await browser.type(" nonsense");
    await browser.until("!document.getElementById('no-channels').hidden");
  });

  test("a channel is added, moved, terminated, restored and removed", async () => {
    await browser.click("#add");
    await browser.until("document.getElementById('add-dialog').open");
    await fill("#add-dialog [name=client]", "exampleCL");
    await fill("#add-dialog [name=id]", "exampleCH");
    await browser.click("#add-dialog button[type=submit]");
    await shows("#add-dialog .wrong", "There is already a channel exampleCH.");
    await fill("#add-dialog [name=id]", "aachenCH");
    await browser.press("Enter");
    await browser.until("!document.getElementById('add-dialog').open");
    expect(channel("aachenCH")).toMatchObject({ client_id: "exampleCL" });

    await shows("#channel-rows", "aachenCH");
    await browser.click(labelled("Move aachenCH"));
    await browser.until("document.getElementById('move-dialog').open");
    await fill("#move-dialog [name=client]", "bakeryCL");
    await browser.click("#move-dialog button[type=submit]");
    await browser.until("!document.getElementById('move-dialog').open");
    expect(channel("aachenCH")?.client_id).toBe("bakeryCL");

    await browser.click(labelled("Terminate aachenCH"));
    await browser.until(`document.querySelector('${labelled("Restore aachenCH")}')`);
    expect(channel("aachenCH")?.hub_status).toBe("terminated");
    await browser.click(labelled("Restore aachenCH"));
    await browser.until(`document.querySelector('${labelled("Terminate aachenCH")}')`);
    expect(channel("aachenCH")).toMatchObject({ hub_status: "live", terminated_at: null });

    await browser.click(labelled("Remove aachenCH"));
    await browser.until("document.getElementById('remove-dialog').open");
    await browser.click("#remove-dialog button[type=submit]");
    await browser.until(`!document.querySelector('${labelled("Remove aachenCH")}')`);
    expect(channel("aachenCH")).toBeUndefined();
  });

  test("options are set, and what is refused says why and stays to be mended", async () => {
    await fill("#option-maxPageSize", "200");
    await browser.press("Tab");
    await said();
    expect(simulator.control.settings().maxPageSize).toBe(200);
    await fill("#option-ctwaField", "id");
    await browser.press("Tab");
    await shows("#option-ctwaField-wrong", "Option ctwaField must");
    expect(await browser.evaluate("document.getElementById('option-ctwaField').value")).toBe("id");
    await fill("#option-churn", "1001");
    await browser.press("Tab");
    await shows("#option-churn-wrong", "from 0 to 1000");
    expect(
      await browser.evaluate(`["churn-wrong", "churn", "churn-help"].map((name) =>
        getComputedStyle(document.getElementById("option-" + name)).color)`),
    ).toEqual(["rgb(179, 38, 30)", "rgb(179, 38, 30)", "rgb(86, 98, 122)"]);
    await browser.evaluate("document.getElementById('option-churn').focus()");
    await browser.press("Escape");
    await browser.until("document.getElementById('option-churn').value === '0'");
    await fill("#option-latencyMs", "20ms");
    await browser.press("Tab");
    await browser.until("document.getElementById('option-latencyMs').value === '20'");
    await fill("#option-requestsPerWindow", "5/30s,no-retry-after");
    await browser.press("Tab");
    await browser.click("#option-strictSwitch");
    await browser.until("document.getElementById('said').textContent.startsWith('Strict')");
    expect(simulator.control.settings()).toMatchObject({
      ...{ strictSwitch: true, ctwaField: null, churn: 0, latencyMs: 20 },
      requestsPerWindow: { requests: 5, seconds: 30, retryAfter: false },
    });
  });

  test("faults are queued and taken back, and requests are seen as they come", async () => {
    await browser.evaluate("document.querySelector('#fault-form [name=route]').value = 'channels'");
    await browser.click("#fault-form button[type=submit]");
    await shows("#fault-list", "Fail 1 request of channels: status 500");
    expect(simulator.control.faults()).toEqual([{ route: "channels", status: 500, skip: 0, times: 1 }]);
    await fetch(`${listening.hubBaseUrl}/partners/examplePA/channels?limit=7`);
    await shows("#request-rows", "/api/v2/partners/examplePA/channels?limit=7");
    await shows("#request-rows", "500, fault");
    await browser.click("#fault-form button[type=submit]");
    await shows("#fault-list", "channels");
    await browser.click("#fault-list button");
    await browser.until("!document.getElementById('no-faults').hidden");
    await browser.click("#fault-form button[type=submit]");
    await shows("#fault-list", "status 500");
    await browser.click("#clear-faults");
    await browser.until("!document.getElementById('no-faults').hidden");
    expect(simulator.control.faults()).toEqual([]);
  });

  test("ids and names are text, whatever they hold", async () => {
    const id = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script>&amp;CH`;
    const named = { id, client_id: "exampleCL", phone_name: "<b>bold</b> 'quoted'" };
    simulator.control.addChannel(named);
    await shows("#channel-rows", id);
    await shows("#channel-rows", named.phone_name);
    await browser.click(labelled(`CTWA tracking of ${id}`).replaceAll("'", "\\'"));
    await said();
    expect(channel(id)?.ctwa).toBe(true);
    expect(await browser.evaluate("[window.hit, document.images.length]")).toEqual(
      [undefined, 0].map((one) => one ?? null),
    );
    expect(browser.complaints).toEqual([]);
  });

  test.each(["light", "dark"])("a picture is taken in %s", async (scheme) => {
    await restart(3_000);
    const features = [{ name: "prefers-color-scheme", value: scheme }];
    await browser.call("Emulation.setEmulatedMedia", { media: "screen", features });
    for (const id of ["enable_ctwa", "disable_ctwa"] as const)
      simulator.control.addFault({ route: id, status: 502, html: true, skip: 2, times: 3 });
    await fetch(`${listening.hubBaseUrl}/partners/examplePA/clients`);
    await fetch(`${listening.hubBaseUrl}/partners/examplePA/channels?limit=1`, {
      headers: { "x-api-key": "example-api-key" },
    });
    simulator.control.bulk.change({ client: "bakeryCL" }, { ctwa: true });
    await fill("#option-churn", "1001");
    await browser.press("Tab");
    await shows("#option-churn-wrong", "1000");
    await shows("#undo", "5 channels");
    await browser.until("document.querySelectorAll('#request-rows tr').length === 2");
    await browser.click("#request-rows tr:first-child summary");
    await shows("#request-rows .bodies", "Response");
    const pictures = process.env["SCREENSHOTS"];
    for (const width of [1280, 390]) {
      await browser.call("Emulation.setDeviceMetricsOverride", {
        ...{ width, height: 1000, deviceScaleFactor: 1, mobile: width < 500 },
      });
      const { data } = await browser.call("Page.captureScreenshot", {
        ...{ format: "png", captureBeyondViewport: true },
      });
      expect(data.length).toBeGreaterThan(10_000);
      const name = `control-${scheme}-${width}.png`;
      if (pictures) await writeFile(path.join(pictures, name), Buffer.from(data, "base64"));
    }
  });

  test.each([320, 390, 1280])(
    "a screen of %d pixels shows everything without scrolling sideways",
    async (width) => {
      await browser.call("Emulation.setDeviceMetricsOverride", {
        ...{ width, height: 800, deviceScaleFactor: 1, mobile: width < 500 },
      });
      const size = await browser.evaluate("[document.documentElement.scrollWidth, window.innerWidth]");
      expect(size[0]).toBeLessThanOrEqual(width);
      expect(size[1]).toBeLessThanOrEqual(width);
    },
  );

  test("a simulator that has ended is said to be gone", async () => {
    await listening.close();
    await browser.until("!document.getElementById('gone').hidden");
  });

  test("a page of another address changes nothing and reads nothing", async () => {
    const other = await otherSite();
    try {
      await browser.call("Page.navigate", {
        url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/`,
      });
      await browser.until("document.title === 'elsewhere'");
      const tried = await browser.evaluate(`(async () => {
        const url = ${JSON.stringify(listening.url)} + "/_simulator/";
        const body = JSON.stringify({ id: "evilCH", client_id: "exampleCL" });
        const blind = await fetch(url + "channels", { method: "POST", mode: "no-cors", body });
        const read = await fetch(url + "view").then(() => "read", () => "refused");
        const form = Object.assign(document.createElement("form"), {
          method: "post", action: url + "channels", enctype: "text/plain", target: "frame",
        });
        form.append(Object.assign(document.createElement("input"), { name: body.slice(0, -1) + ',"phone_name":"', value: '"}' }));
        const frame = Object.assign(document.createElement("iframe"), { name: "frame" });
        document.body.append(frame, form);
        const answered = new Promise((resolve) => frame.addEventListener("load", resolve));
        form.submit();
        await answered;
        return [blind.type, read];
      })()`);
      expect(tried).toEqual(["opaque", "refused"]);
      expect(channel("evilCH")).toBeUndefined();
    } finally {
      other.close();
      other.closeAllConnections();
    }
  });
});

async function otherSite(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<title>elsewhere</title><body></body>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
