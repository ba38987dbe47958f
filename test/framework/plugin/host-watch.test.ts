import { watchHost } from "../../../src/framework/plugin/host-watch";

/** A clock that moves only when told to. */
function createClock() {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    after(milliseconds: number, callback: () => void) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    pass(milliseconds: number) {
      for (const end = now + milliseconds; now < end; now += 100) {
        for (const timer of [...timers].filter(({ at }) => at <= now + 100)) {
          timers.delete(timer);
          timer.callback();
        }
      }
    },
  };
}

function watch() {
  const clock = createClock();
  const host = { parent: 4321, gone: [] as string[], pass: clock.pass };
  const connections = watchHost({
    parentId: () => host.parent,
    onGone: (why) => host.gone.push(why),
    after: clock.after,
  });
  return { host, connections };
}

test("a host that lives and stays connected is left alone for days", () => {
  const { host, connections } = watch();
  connections(1);
  host.pass(48 * 3_600_000);

  expect(host.gone).toEqual([]);
});

test("a parent that was replaced has ended", () => {
  const { host, connections } = watch();
  connections(1);
  host.pass(5_000);
  host.parent = 1;
  host.pass(1_000);

  expect(host.gone).toEqual([expect.stringMatching(/\bprocess\b.*\bended\b/)]);
});

test("a connection that stays closed is a host that is gone", () => {
  const { host, connections } = watch();
  connections(1);
  connections(0);
  host.pass(2_900);
  expect(host.gone).toEqual([]);

  host.pass(200);
  expect(host.gone).toEqual([expect.stringMatching(/\bclosed\b/)]);
});

test("a host may come back in time", () => {
  const { host, connections } = watch();
  connections(1);
  connections(0);
  host.pass(2_000);
  connections(1);
  host.pass(600_000);

  expect(host.gone).toEqual([]);
});

test("a host that never connects is not waited for", () => {
  const { host } = watch();
  host.pass(59_900);
  expect(host.gone).toEqual([]);

  host.pass(200);
  expect(host.gone).toEqual([expect.stringMatching(/\bnever connected\b/)]);
});
