import { waitFor } from "../../../src/client/call";
import type { HttpRequest } from "../../../src/client/http/message";
import type { Transport } from "../../../src/client/http/transport";
import { attempt, type Outcome } from "../../../src/client/request/attempt";
import { heldClock } from "../test-clock";

const request: HttpRequest = { method: "GET", url: "https://hub.example/x", endpoint: "GET /x", headers: {} };

/** A transport that is told what happens on the wire. */
function wire() {
  let sent = () => {};
  let answer = () => {};
  const transport: Transport = {
    send({ onSent }, signal) {
      sent = () => onSent?.();
      const reply = new Promise<void>((resolve) => {
        answer = resolve;
      });
      return waitFor(reply, signal).then(() => ({ status: 200, headers: {}, body: "", cut: false }));
    },
    close: async () => {},
  };
  return { transport, sent: () => sent(), answer: () => answer() };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  // What an attempt leaves behind would keep a process alive.
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

function begin(transport: Transport, signal = new AbortController().signal): Promise<Outcome> {
  return attempt(transport, heldClock(), request, { signal, timeoutMs: 30_000, graceMs: 0 });
}

test("the time for an answer begins when the request is sent", async () => {
  const { transport, sent, answer } = wire();
  const outcome = begin(transport);
  await jest.advanceTimersByTimeAsync(29_999);
  sent();
  await jest.advanceTimersByTimeAsync(29_999);
  answer();
  expect(await outcome).toMatchObject({ reply: { status: 200 } });
});

test("an answer that does not come in that time is a failure that says so", async () => {
  const { transport, sent } = wire();
  const outcome = begin(transport);
  sent();
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await outcome).toMatchObject({
    failure: { code: "TIMEOUT", words: expect.stringMatching(/\banswer\b.*\b30 s\b/) },
  });
});

test("a connection has as much time, and its failure another name", async () => {
  const { transport } = wire();
  const outcome = begin(transport);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await outcome).toMatchObject({
    failure: { code: "TIMEOUT", words: expect.stringMatching(/\bconnection\b.*\b30 s\b/) },
  });
});

test("a connection that comes after all begins no time anew", async () => {
  const { transport, sent } = wire();
  const outcome = begin(transport);
  await jest.advanceTimersByTimeAsync(30_000);
  await outcome;
  sent();
});
