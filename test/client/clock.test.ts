import { systemClock } from "../../src/client";

test("a wait longer than Node's longest timer does not end at once", async () => {
  const stop = new AbortController();
  const wait = systemClock.sleep(2 ** 40, stop.signal);
  const first = await Promise.race([
    wait.then(() => "slept"),
    systemClock.sleep(5).then(() => "still waiting"),
  ]);
  expect(first).toBe("still waiting");
  stop.abort();
  await expect(wait).rejects.toMatchObject({ name: "AbortError" });
});
