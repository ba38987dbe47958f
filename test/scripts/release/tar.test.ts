import { untar } from "../../../scripts/release/tar.mjs";

/** One entry of an archive, as tar writes it. */
function entry(name: string, type: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(type, 156);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

test("files are found by name with their whole content; folders and links are left out", () => {
  const long = "x".repeat(1_000);
  const archive = Buffer.concat([
    entry("./lib/", "5", ""),
    entry("./lib/libc.so.6", "0", long),
    entry("./lib64/ld.so", "2", ""),
    entry("package/package.json", "0", "{}"),
    Buffer.alloc(1024),
  ]);

  const files: Map<string, Buffer> = untar(archive);

  expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([
    ["lib/libc.so.6", long],
    ["package/package.json", "{}"],
  ]);
});
