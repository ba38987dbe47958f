import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseJsonDocuments, readJsonDocuments } from "../../../src/commands/input/json-documents";
import { MOST_BYTES, readText } from "../../../src/commands/input/read-text";

const valuesIn = (text: string) => parseJsonDocuments(text, "x.json").map(({ value }) => value);

test.each<[string, string, unknown[]]>([
  ["one document", ' {"a": [1, "}"]} ', [{ a: [1, "}"] }]],
  ["several behind each other", '{"a":"{"}\n{"b":"\\"}"}{}', [{ a: "{" }, { b: '"}' }, {}]],
  ["several that are indented", '{\n  "a": {\n "b": 1 }\n}\n[2]\n', [{ a: { b: 1 } }, [2]]],
])("a text may hold %s", (_name, text, values) => {
  expect(valuesIn(text)).toEqual(values);
});

test.each([
  ["half a document", '{"a": {"b": 1}'],
  ["a document and half of another", '{"a":1}\n{"b":'],
  ["no JSON", "resource {}"],
  ["nothing", " \n"],
])("%s is an error that names the file", (_name, text) => {
  expect(() => valuesIn(text)).toThrow(/^x\.json/);
});

describe("a file", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "dialog360-input-"));
  const file = path.join(folder, "state.json");
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<BufferEncoding>(["utf8", "utf16le"])("is read in %s with its mark", async (encoding) => {
    writeFileSync(file, '\ufeff{"é":1}', encoding);

    expect(await readJsonDocuments(file)).toEqual([{ source: file, value: { é: 1 } }]);
  });

  test.each([
    ["that is missing", path.join(folder, "none.json")],
    ["that is a folder", folder],
  ])("%s is named", async (_name, place) => {
    await expect(readText(place)).rejects.toThrow(place);
  });

  test("that is no text is named", async () => {
    writeFileSync(file, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x80]));

    await expect(readText(file)).rejects.toThrow(file);
  });
});

test("more than fits is refused with the size, without reading it to its end", async () => {
  let chunks = 0;
  async function* endless() {
    const chunk = new Uint8Array(MOST_BYTES / 10);
    for (;;) {
      chunks += 1;
      yield chunk;
    }
  }

  await expect(readText("-", endless())).rejects.toThrow("100 MB");
  expect(chunks).toBe(11);
});
