import { NetworkError } from "../../../src/client";
import { createCircuitBreaker } from "../../../src/client/host/circuit-breaker";
import { heldClock } from "../test-clock";

const error = (words = "refused") =>
  new NetworkError({ host: "hub.example", request: "GET /", code: "ECONNREFUSED", words, attempts: 3 });

function started() {
  const clock = heldClock();
  return { clock, host: createCircuitBreaker(clock) };
}

test("a host of which nothing is known is tried with all retries", () => {
  const { host } = started();
  expect(() => host.assertClosed()).not.toThrow();
  expect(host.retries(4)).toBe(4);
});

test("after retries in vain everybody gets the same error for 10 s, then one attempt", async () => {
  const { clock, host } = started();
  const first = error();
  host.recordUnreachable(host.state(), first);
  await clock.advance(9_999);
  expect(() => host.assertClosed()).toThrow(first);
  await clock.advance(1);
  expect(() => host.assertClosed()).not.toThrow();
  expect(host.retries(4)).toBe(0);
});

test("three in a row are final", async () => {
  const { clock, host } = started();
  for (let round = 0; round < 3; round += 1) {
    host.recordUnreachable(host.state(), error());
    await clock.advance(10_000);
  }
  await clock.advance(86_400_000);
  expect(() => host.assertClosed()).toThrow(NetworkError);
});

test("requests that failed together are one failure", async () => {
  const { clock, host } = started();
  const together = host.state();
  for (let one = 0; one < 10; one += 1) host.recordUnreachable(together, error());
  await clock.advance(10_000);
  expect(() => host.assertClosed()).not.toThrow();
});

test("an answer that another request got meanwhile speaks for the host", () => {
  const { host } = started();
  const since = host.state();
  host.recordAnswer("throttled");
  host.recordUnreachable(since, error());
  expect(() => host.assertClosed()).not.toThrow();
});

test("any answer makes the host as good as new", async () => {
  const { clock, host } = started();
  host.recordUnreachable(host.state(), error());
  await clock.advance(10_000);
  host.recordUnreachable(host.state(), error());
  host.recordAnswer("accepted");
  expect(() => host.assertClosed()).not.toThrow();
  expect(host.retries(4)).toBe(4);
});

test("a host that only fails is asked once per request, until an answer is good", () => {
  const { host } = started();
  host.recordFailing(host.state());
  expect(() => host.assertClosed()).not.toThrow();
  expect(host.retries(4)).toBe(0);
  host.recordAnswer("throttled");
  expect(host.retries(4)).toBe(0);
  host.recordAnswer("accepted");
  expect(host.retries(4)).toBe(4);
});

test("one request that fails among good ones takes nobody's retries", () => {
  const { host } = started();
  const since = host.state();
  host.recordAnswer("accepted");
  host.recordFailing(since);
  expect(host.retries(4)).toBe(4);
});
