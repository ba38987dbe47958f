import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSimulator, type Listening, listen, type Simulator } from "../../src/simulator";
import { type Browser, openBrowser } from "./browser";
import { chromium, suite } from "./needs";

jest.setTimeout(60_000);

suite("the simulator's control page in a browser", { program: chromium }, ({ program }) => {
  let simulator: Simulator;
  let listening: Listening;
  let browser: Browser;

  beforeEach(async () => {
    simulator = createSimulator();
    listening = await listen(simulator);
    browser = await openBrowser(program, listening.url);
    await browser.until("document.querySelector('#channel-rows tr')");
    await browser.until("document.querySelector('#option-maxPageSize')");
  });

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
    await fill("#option-requestsPerWindow", "5/30 no header");
    await browser.press("Tab");
    await browser.click("#option-strictSwitch");
    await browser.until("document.getElementById('said').textContent.startsWith('Strict')");
    expect(simulator.control.settings()).toMatchObject({
      ...{ strictSwitch: true, ctwaField: null },
      requestsPerWindow: { requests: 5, seconds: 30, retryAfter: false },
    });
  });

  test("faults are queued and taken back, and requests are seen as they come", async () => {
    await browser.evaluate("document.querySelector('#fault-form [name=route]').value = 'channels'");
    await browser.click("#fault-form button[type=submit]");
    await shows("#fault-list", "channels");
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
