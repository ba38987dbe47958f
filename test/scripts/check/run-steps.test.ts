import { runSteps } from "../../../scripts/check/run-steps.mjs";

const node = (name: string, code: string) => ({ name, command: process.execPath, args: ["-e", code] });

async function run(steps: readonly object[], parallel = 2) {
  const printed: string[] = [];
  const failed: string[] = await runSteps(steps, {
    cwd: __dirname,
    parallel,
    print: (t: string) => printed.push(t),
  });
  return { failed, printed };
}

test("a step that succeeds is one line with its time, whatever it said", async () => {
  const { failed, printed } = await run([node("types", 'console.log("many words")')]);

  expect(failed).toEqual([]);
  expect(printed).toEqual([expect.stringMatching(/^ok +types +\d+\.\d s$/)]);
});

test("a step that fails is shown with all it said, and the others run all the same", async () => {
  const { failed, printed } = await run([
    node("bad", 'console.log("out"); console.error("err"); process.exitCode = 3;'),
    node("good", ""),
  ]);

  expect(failed).toEqual(["bad"]);
  expect(printed.join("\n")).toMatch(/FAILED +bad/);
  expect(printed.join("\n").split("\n")).toEqual(expect.arrayContaining(["out", "err"]));
  expect(printed.join("\n")).toMatch(/ok +good/);
});

test("a command that does not exist is a failure that is named", async () => {
  const { failed, printed } = await run([{ name: "gone", command: "no-such-command-anywhere", args: [] }]);

  expect(failed).toEqual(["gone"]);
  expect(printed.join("\n")).toContain("no-such-command-anywhere");
});

test("a step that is killed has failed", async () => {
  expect((await run([node("killed", 'process.kill(process.pid, "SIGKILL")')])).failed).toEqual(["killed"]);
});
