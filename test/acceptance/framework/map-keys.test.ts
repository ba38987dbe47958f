import { diagnose, type Shown } from "../harness/diagnose";
import { stage } from "../harness/toy-stage";

const block = (entries: string) => `resource "toy_keyed" "it" {\n  entries = {\n${entries}\n  }\n}\n`;
const unquoted = block(
  '    4915112 = "a"\n    (true)  = "b"\n    1e5     = "c"\n    -7      = "d"\n    word    = "e"',
);
const keys = ["-7", "100000", "4915112", "true", "word"];

const about = ({ summary, detail }: Shown) => `${summary}: ${detail.match(/entries\["(.*)"\]/)?.[1]}`;
const wordOf = (warnings: readonly Shown[]) => [...new Set(warnings.map(about))].sort();

test("Terraform survives diagnostics below keys that are written as numbers and bools, and their text names the key", async () => {
  const { workspace } = await stage(unquoted);

  const validated = await diagnose(workspace, "validate");
  const planned = await diagnose(workspace, "plan");
  const applied = await diagnose(workspace, "apply", "-auto-approve");
  const again = await diagnose(workspace, "plan");

  const expected = (...during: string[]) =>
    during.flatMap((one) => keys.map((key) => `Entry in ${one}: ${key}`)).sort();
  expect(wordOf(validated.warnings)).toEqual(expected("validate"));
  expect(wordOf(planned.warnings)).toEqual(expected("check", "plan", "validate"));
  expect(wordOf(applied.warnings)).toEqual(expected("check", "create", "plan", "validate"));
  expect(wordOf(again.warnings)).toEqual(expected("plan", "read", "validate"));
  expect([validated, planned, applied, again].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(new Set(planned.warnings.map(({ line }) => line))).toEqual(new Set(["entries = {"]));
});

test("a read of a state without such keys survives a configuration that has them now", async () => {
  const { workspace } = await stage(block('    word = "e"'));
  await workspace.apply();
  await workspace.write(
    "main.tf",
    (await workspace.read("main.tf")).replace("word", '4915112 = "a"\n    word'),
  );

  const { code, warnings } = await diagnose(workspace, "plan");

  expect(code).toBe(0);
  expect(wordOf(warnings)).toContain("Entry in read: word");
});

test("keys that are words, and numbers in quotes among words, keep the line of their element", async () => {
  const { workspace } = await stage(block('    word  = "e"\n    "007" = "f"'));

  const { warnings } = await diagnose(workspace, "validate");

  expect(warnings.map(({ line }) => line)).toEqual(['"007" = "f"', 'word  = "e"']);
});
