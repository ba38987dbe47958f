import { diagnose } from "../harness/diagnose";
import { stage } from "../harness/toy-stage";

test("Terraform shows what is deprecated once, with the author's words, at its line", async () => {
  const { workspace } = await stage(`
resource "toy_old" "it" {
  old_name = "a"
  part = {
    old_size = 2
  }
  rule {
    old_name = "b"
  }
}
resource "toy_old" "other" {
  name = "c"
}
`);

  const { code, warnings } = await diagnose(workspace, "validate");

  expect(code).toBe(0);
  // Terraform validates blocks side by side, so only the order within one is fixed.
  const shown = warnings.map(({ summary, line, address }) => [address, summary, line]);
  const of = (wanted: string) => shown.filter(([address]) => address === wanted);
  expect([...of("toy_old.it"), ...of("toy_old.other")]).toEqual([
    ["toy_old.it", "toy_old is deprecated", 'resource "toy_old" "it" {'],
    ["toy_old.it", "old_name is deprecated", 'old_name = "a"'],
    ["toy_old.it", "part.old_size is deprecated", "part = {"],
    ["toy_old.it", "rule[0].old_name is deprecated", 'old_name = "b"'],
    ["toy_old.other", "toy_old is deprecated", 'resource "toy_old" "other" {'],
  ]);
  expect(shown).toHaveLength(5);
  expect(new Set(warnings.map(({ detail }) => detail))).toEqual(
    new Set(["Use toy_scalars.", "Use name.", "It is 1."]),
  );
});
