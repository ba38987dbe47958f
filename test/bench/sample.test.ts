import { childSeconds, sampleOf } from "../../bench/sample.mjs";

test("the processor time of what a shell started is the second of each two lines", () => {
  expect(childSeconds("0m0.01s 0m0.02s\n1m2.50s 0m0.25s\n0m9s 0m9s\n0m1.00s 0m0.00s\n")).toBeCloseTo(63.75);
});

test("a sample of a command tells its wall and processor time, and a failure throws what was said", async () => {
  const command = { binary: process.execPath, cwd: ".", env: process.env };

  const { wall, processor } = await sampleOf({ ...command, args: ["-e", "0"] });

  expect([wall > 0, Number.isFinite(processor)]).toEqual([true, true]);
  const failing = sampleOf({
    ...command,
    args: ["-e", "console.error('no such thing'); process.exitCode = 1"],
  });
  await expect(failing).rejects.toThrow("no such thing");
});
