import { StoppedError } from "../../../src/client";
import { createHosts } from "../../../src/client/host/host";
import { createScheduler } from "../../../src/client/host/scheduler";
import { buildTarget } from "../../../src/client/http/target";
import { createUsageCounter } from "../../../src/client/http/usage";
import { scheduledAttempt } from "../../../src/client/request/scheduled-attempt";
import { heldClock } from "../test-clock";

test("a call that is stopped just as its turn comes sends nothing and leaves its place", async () => {
  const clock = heldClock();
  const stop = new AbortController();
  let sent = 0;
  let left = 0;
  const leave = () => {
    left += 1;
  };
  const fail = () => {
    throw new Error("nothing was sent");
  };
  const scheduler = {
    ...createScheduler({ clock }),
    enter: async () => {
      stop.abort();
      return { good: fail, tooMany: fail, other: fail, unused: leave };
    },
  };
  const transport = {
    send: async () => {
      sent += 1;
      return { status: 200, headers: {}, body: "", cut: false };
    },
    close: async () => {},
  };
  const usage = createUsageCounter(clock);
  const parts = {
    transport,
    usage,
    clock,
    requestTimeoutMs: 1_000,
    userAgent: "client-tests/1",
    log: () => {},
  };
  const host = { ...createHosts({ clock, log: () => {} })("https://hub.example"), scheduler };
  const outgoing = { target: buildTarget("https://hub.example", ["x"]), method: "GET", headers: {} } as const;
  const limits = { signal: stop.signal, deadline: () => Number.POSITIVE_INFINITY };
  await expect(scheduledAttempt(parts, host, outgoing, limits, 1)).rejects.toThrow(StoppedError);
  expect({ sent, left }).toEqual({ sent: 0, left: 1 });
});
