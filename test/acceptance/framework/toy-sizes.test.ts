import { stage } from "../harness/toy-stage";

/** More than any message may have where no limit is set: 4 MB. */
const MEGABYTES = 12;

test(`a text of ${MEGABYTES} MB passes there and back`, async () => {
  const { workspace } = await stage('resource "toy_scalars" "large" {\n  text = file("large.txt")\n}\n');
  const text = "0123456789abcdef".repeat((MEGABYTES * 1024 * 1024) / 16);
  await workspace.write("large.txt", text);

  await workspace.apply();

  expect((await workspace.state())["toy_scalars.large"]?.["text"]).toBe(text);
});

test("200 objects pass at 64 at a time", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `r${index}`);
  const blocks = names.map((name) => `resource "toy_scalars" "${name}" {\n  text = "${name}"\n}`);
  const { workspace } = await stage(blocks.join("\n"));

  await workspace.apply("-parallelism=64");
  const { changes } = await workspace.plan("-parallelism=64");

  expect(
    Object.values(await workspace.state())
      .map(({ text }) => text)
      .sort(),
  ).toEqual(names.sort());
  expect(changes).toEqual([]);
});
