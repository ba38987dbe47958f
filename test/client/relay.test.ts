import { getEventListeners } from "node:events";
import { linkAbort } from "../../src/client/call";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

test("however many follow a signal, it has one listener, and all of them abort with its reason", () => {
  const source = new AbortController();
  const targets = Array.from({ length: 100 }, () => new AbortController());
  for (const target of targets) linkAbort(source.signal, target);
  expect(listeners(source.signal)).toBe(1);
  source.abort("over");
  expect(new Set(targets.map((target) => target.signal.reason))).toEqual(new Set(["over"]));
});

test("who has ended is left alone, and the last one takes the listener along", () => {
  const source = new AbortController();
  const [first, second] = [new AbortController(), new AbortController()];
  const endFirst = linkAbort(source.signal, first);
  const endSecond = linkAbort(source.signal, second);
  endFirst();
  expect(listeners(source.signal)).toBe(1);
  endSecond();
  endSecond();
  expect(listeners(source.signal)).toBe(0);
  source.abort();
  expect([first.signal.aborted, second.signal.aborted]).toEqual([false, false]);
});

test("a signal can be followed again after everybody has left", () => {
  const source = new AbortController();
  const endOld = linkAbort(source.signal, new AbortController());
  endOld();
  const next = new AbortController();
  linkAbort(source.signal, next);
  endOld();
  source.abort();
  expect(next.signal.aborted).toBe(true);
});

test("a signal that has aborted before aborts at once", () => {
  const target = new AbortController();
  linkAbort(AbortSignal.abort("before"), target);
  expect(target.signal.reason).toBe("before");
});
