import { HubError, NetworkError, StoppedError } from "../../../../src/client";
import { titles } from "../../../../src/provider/titles";
import { refusal } from "../../../client/refusals";
import { channel, fakeHub } from "../../fake-hub";
import { config, Life, state } from "./life";

const cutOff = {
  ...{ host: "hub.example", request: "POST /disable_ctwa", code: "ECONNRESET", words: "cut" },
  mayHaveTakenEffect: true,
};
const notFound = new HubError(refusal(404, { purpose: "switch" }));

/** A life that an earlier run began. */
function lived(hub = fakeHub([channel("exampleCH")]), parts: Parameters<typeof state>[0] = {}): Life {
  const life = new Life(hub);
  life.current = state(parts);
  return life;
}

test("switches tracking off", async () => {
  const life = lived();
  await life.destroy();

  expect(life.hub.calls).toEqual(["disable examplePA/exampleCL/exampleCH"]);
  expect(life.warnings).toEqual([]);
});

test('asks nothing and says nothing with on_destroy = "keep"', async () => {
  const life = lived(undefined, { on_destroy: "keep" });
  await life.destroy();

  expect(life.hub.calls).toEqual([]);
  expect(life.warnings).toEqual([]);
});

test("counts a channel that is gone as done", async () => {
  const life = lived(fakeHub([], { behaviour: { switchTo: () => Promise.reject(notFound) } }));
  await life.destroy();

  expect(life.hub.calls).toEqual(["disable examplePA/exampleCL/exampleCH", "lookUp examplePA/exampleCH"]);
});

test("follows a channel that has moved since the last refresh", async () => {
  const switchTo = (_: boolean, { clientId }: { clientId: string }) =>
    clientId === "bakeryCL" ? Promise.resolve() : Promise.reject(notFound);
  const life = lived(fakeHub([channel("exampleCH", { clientId: "bakeryCL" })], { behaviour: { switchTo } }));
  await life.destroy();

  expect(life.hub.calls.at(-1)).toBe("disable examplePA/bakeryCL/exampleCH");
});

test("counts an unknown channel as done with a warning when it cannot be looked up", async () => {
  const lookUp = () => Promise.reject(new Error("no answer"));
  const life = lived(fakeHub([], { behaviour: { switchTo: () => Promise.reject(notFound), lookUp } }));
  await life.destroy();

  expect(life.warnings).toEqual([`warning: ${titles.channelNotFound}`]);
});

test("is not done when it was stopped on the way", async () => {
  const lookUp = () => Promise.reject(new StoppedError());
  const life = lived(fakeHub([], { behaviour: { switchTo: () => Promise.reject(notFound), lookUp } }));

  await expect(life.destroy()).rejects.toBeInstanceOf(StoppedError);
});

test("fails when the switch fails", async () => {
  const error = new Error("refused");
  const life = lived(fakeHub([], { behaviour: { switchTo: () => Promise.reject(error) } }));

  await expect(life.destroy()).rejects.toBe(error);
  expect(life.saved).toEqual([]);
});

test.each([
  ["was cut off", new NetworkError({ ...cutOff, attempts: 1 })],
  ["met a failing hub", new HubError(refusal(502, { purpose: "switch" }))],
])("says that the switch must be sent again, should the block stay, where it %s", async (_, error) => {
  const life = lived(fakeHub([], { behaviour: { switchTo: () => Promise.reject(error) } }));

  await expect(life.destroy()).rejects.toBe(error);
  expect(life.saved).toEqual([state({ verification: "stale" })]);
});

describe("the same channel destroyed and created in one run ends as declared", () => {
  test("when the create comes first: the destroy sends nothing and points at moved", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    const [old, renamed] = [lived(hub), new Life(hub)];
    await renamed.apply(config());
    hub.calls.length = 0;
    await old.destroy();

    expect(hub.calls).toEqual([]);
    expect(old.diagnostics.list).toEqual([
      expect.objectContaining({ severity: "warning", detail: expect.stringContaining("moved") }),
    ]);
  });

  test("when the destroy comes first: the switch goes off, then on", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    await lived(hub).destroy();
    await new Life(hub).apply(config());

    expect(hub.calls.filter((call) => /able/.test(call))).toEqual([
      "disable examplePA/exampleCL/exampleCH",
      "enable examplePA/exampleCL/exampleCH",
    ]);
  });

  test("when both come at once: one waits for the other", async () => {
    let answer = () => {};
    const switchTo = () => new Promise<void>((resolve) => (answer = resolve));
    const hub = fakeHub([channel("exampleCH")], { behaviour: { switchTo } });
    const [old, renamed] = [lived(hub), new Life(hub)];
    const creating = renamed.apply(config());
    const destroying = old.destroy();
    await new Promise(setImmediate);
    answer();
    await Promise.all([creating, destroying]);

    expect(hub.calls.filter((call) => /able/.test(call))).toEqual(["enable examplePA/exampleCL/exampleCH"]);
    expect(old.warnings).toEqual([`warning: ${titles.leftAsItIs}`]);
  });

  test("when the other address was only updated, without a request", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    const [old, other] = [lived(hub), lived(hub)];
    await other.apply(config({ reassert_after: "24h" }));
    await old.destroy();

    expect(hub.calls).toEqual([]);
  });

  test("and a create that was refused leaves the destroy to do its work", async () => {
    const switchTo = (enabled: boolean) =>
      enabled ? Promise.reject(new Error("refused")) : Promise.resolve();
    const hub = fakeHub([channel("exampleCH")], { behaviour: { switchTo } });
    await expect(new Life(hub).apply(config())).rejects.toThrow("refused");
    await lived(hub).destroy();

    expect(hub.calls.at(-1)).toBe("disable examplePA/exampleCL/exampleCH");
  });

  test("and another partner's channel of the same id is another channel", async () => {
    const hub = fakeHub([channel("exampleCH")]);
    await new Life(hub).apply(config());
    await lived(hub, { partner_id: "otherPA" }).destroy();

    expect(hub.calls.at(-1)).toBe("disable otherPA/exampleCL/exampleCH");
  });
});
