import { ChannelWrites } from "../../../src/provider/switching/channel-writes";

const berlin = { partnerId: "examplePA", channelId: "berlinCH" };
const hamburg = { partnerId: "examplePA", channelId: "hamburgCH" };
const patient = new AbortController().signal;

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await gate;
    log.push(`${name} ends`);
    return name;
  };
  return { run, finish };
}

const settled = () => new Promise(setImmediate);

test("writes to one channel happen one after the other, in the order in which they came", async () => {
  const log: string[] = [];
  const writes = new ChannelWrites();
  const [first, second] = [work(log, "first"), work(log, "second")];
  const both = [writes.inTurn(berlin, patient, first.run), writes.inTurn(berlin, patient, second.run)];
  second.finish();
  await settled();
  expect(log).toEqual(["first begins"]);
  first.finish();

  expect(await Promise.all(both)).toEqual(["first", "second"]);
  expect(log).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("writes to different channels do not wait for each other", async () => {
  const log: string[] = [];
  const writes = new ChannelWrites();
  const [first, second] = [work(log, "first"), work(log, "second")];
  const waiting = writes.inTurn(berlin, patient, first.run);
  second.finish();

  expect(await writes.inTurn(hamburg, patient, second.run)).toBe("second");
  first.finish();
  await waiting;
});

test("a write that fails lets the next one go on", async () => {
  const writes = new ChannelWrites();
  const failing = writes.inTurn(berlin, patient, () => Promise.reject(new Error("refused")));
  const next = writes.inTurn(berlin, patient, async () => "done");

  await expect(failing).rejects.toThrow("refused");
  expect(await next).toBe("done");
});

test("a wait ends with the signal, and those behind it still wait for those before it", async () => {
  const log: string[] = [];
  const writes = new ChannelWrites();
  const [first, third] = [work(log, "first"), work(log, "third")];
  const stop = new AbortController();
  const running = writes.inTurn(berlin, patient, first.run);
  const stopped = writes.inTurn(berlin, stop.signal, async () => log.push("second"));
  const behind = writes.inTurn(berlin, patient, third.run);
  third.finish();
  stop.abort(new Error("stop"));

  await expect(stopped).rejects.toThrow("stop");
  await settled();
  expect(log).toEqual(["first begins"]);
  first.finish();
  await Promise.all([running, behind]);
  expect(log).toEqual(["first begins", "first ends", "third begins", "third ends"]);
});

test("nothing begins under a signal that has ended already", async () => {
  const writes = new ChannelWrites();
  const run = jest.fn();

  await expect(writes.inTurn(berlin, AbortSignal.abort(new Error("stop")), run)).rejects.toThrow("stop");
  expect(run).not.toHaveBeenCalled();
  expect(await writes.inTurn(berlin, patient, async () => "next")).toBe("next");
});

test("what was declared is remembered by partner and channel", () => {
  const writes = new ChannelWrites();
  writes.declare(berlin);

  expect(writes.isDeclared({ ...berlin })).toBe(true);
  expect(writes.isDeclared(hamburg)).toBe(false);
  expect(writes.isDeclared({ ...berlin, partnerId: "otherPA" })).toBe(false);
});
