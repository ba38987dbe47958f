import { StoppedError } from "../../../src/client";
import { createHosts } from "../../../src/client/host/host";
import { createGovernor } from "../../../src/client/host/scheduler";
import { buildTarget } from "../../../src/client/http/target";
import { createLedger } from "../../../src/client/http/usage";
import { takeTurn } from "../../../src/client/request/scheduled-attempt";
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
  const governor = {
    ...createGovernor({ clock }),
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
  const ledger = createLedger(clock);
  const parts = {
    transport,
    ledger,
    clock,
    requestTimeoutMs: 1_000,
    userAgent: "client-tests/1",
    log: () => {},
  };
  const host = { ...createHosts({ clock, log: () => {} })("https://hub.example"), governor };
  const outgoing = { target: buildTarget("https://hub.example", ["x"]), method: "GET", headers: {} } as const;
  const patience = { signal: stop.signal, deadline: () => Number.POSITIVE_INFINITY };
  await expect(takeTurn(parts, host, outgoing, patience, 1)).rejects.toThrow(StoppedError);
  expect({ sent, left }).toEqual({ sent: 0, left: 1 });
});
