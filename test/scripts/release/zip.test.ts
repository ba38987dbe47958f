import { inflateRawSync } from "node:zlib";
import { zip } from "../../../scripts/release/zip.mjs";

const entries = [
  { name: "runtime/provider", mode: 0o755, content: Buffer.alloc(100_000, "provider ") },
  { name: "LICENSE", mode: 0o644, content: Buffer.from("words\n") },
];

test("the same files give the same bytes, in whatever order and at whatever time they are given", async () => {
  const now = await zip(entries);
  jest.useFakeTimers({ now: 0 });
  const then = await zip([...entries].reverse());
  jest.useRealTimers();

  expect(now.equals(then)).toBe(true);
});

test("another mode of one file gives other bytes", async () => {
  const changed = entries.map((entry) => ({ ...entry, mode: 0o600 }));

  expect((await zip(entries)).equals(await zip(changed))).toBe(false);
});

test("a file is found by its header, packed, at the earliest time there is", async () => {
  const archive: Buffer = await zip(entries.slice(1));

  const size = archive.readUInt32LE(18);
  const start = 30 + archive.readUInt16LE(26);
  expect(archive.toString("latin1", 30, start)).toBe("LICENSE");
  expect(inflateRawSync(archive.subarray(start, start + size)).toString()).toBe("words\n");
  expect([archive.readUInt16LE(10), archive.readUInt16LE(12)]).toEqual([0, 0b0000000_0001_00001]);
});
