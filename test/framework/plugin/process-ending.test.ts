import { createEnding } from "../../../src/framework/plugin/process-ending";

/** An ending whose process and clock are a list of what happened. */
function ending(onShutdown?: () => void | Promise<void>) {
  const events: string[] = [];
  const sleeps: { milliseconds: number; wake: () => void }[] = [];
  const end = createEnding({
    log: (level, message) => events.push(`${level}: ${message}`),
    ...(onShutdown && { onShutdown }),
    exit: () => events.push("exit"),
    sleep: (milliseconds) => new Promise((wake) => sleeps.push({ milliseconds, wake })),
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { events, sleeps, end, turn };
}

const never = () => new Promise<void>(() => {});

test("the process ends after the plugin's own work and the wait", async () => {
  let worked = false;
  const { events, end, turn } = ending(() => {
    worked = true;
  });

  end("asked", async () => {}, 100);
  await turn();

  expect([worked, events]).toEqual([true, [expect.stringMatching(/^debug: /), "exit"]]);
});

test("a wait and work that never end are cut off", async () => {
  const { events, sleeps, end, turn } = ending(never);

  end("asked", never, 5_000);
  await turn();
  expect(sleeps.map(({ milliseconds }) => milliseconds)).toEqual([1_000, 5_000]);
  expect(events).not.toContain("exit");

  for (const { wake } of sleeps) wake();
  await turn();
  expect(events).toContain("exit");
});

test("work that fails is logged and ends nothing less", async () => {
  const { events, end, turn } = ending(() => {
    throw new Error("broken");
  });

  end("asked", async () => {}, 100);
  await turn();

  expect(events).toEqual([expect.stringMatching(/^debug: /), expect.stringMatching(/^error: /), "exit"]);
});

test("a second reason to end changes nothing", async () => {
  let times = 0;
  const { events, end, turn } = ending(() => {
    times++;
  });

  end("asked", async () => {}, 100);
  end("SIGTERM", never, 100);
  await turn();

  expect([times, events.filter((event) => event === "exit")]).toEqual([1, ["exit"]]);
});
