import { channelImportId } from "../../../src/provider/functions/channel-import-id";
import { parseChannelImportId } from "../../../src/provider/functions/parse-channel-import-id";
import { titles } from "../../../src/provider/titles";

const make = (partner_id: string | null, client_id: string | null, channel_id: string) =>
  channelImportId.call({ partner_id, client_id, channel_id } as never, []);
const parse = (id: string) => parseChannelImportId.call({ id } as never, []);

function faultOf(call: () => unknown) {
  try {
    return call();
  } catch (error) {
    const { summary, path } = (error as { diagnostic: { summary: string; path: unknown } }).diagnostic;
    return [summary, path];
  }
}

test.each([
  [null, null, "exampleCH"],
  [null, "exampleCL", "exampleCH"],
  ["examplePA", "exampleCL", "exampleCH"],
] as const)("the two functions are each other's reverse: %s, %s, %s", (partner_id, client_id, channel_id) => {
  const id = make(partner_id, client_id, channel_id) as string;
  expect(parse(id)).toEqual({ partner_id, client_id, channel_id });
});

test.each(["", "a/b"])("what is no id is refused at its argument: %j", (bad) => {
  expect(faultOf(() => make(null, null, bad))).toEqual(["Invalid id", [{ attribute: "channel_id" }]]);
  expect(faultOf(() => make(null, bad, "exampleCH"))).toEqual(["Invalid id", [{ attribute: "client_id" }]]);
  expect(faultOf(() => make(bad, "exampleCL", "exampleCH"))).toEqual([
    "Invalid id",
    [{ attribute: "partner_id" }],
  ]);
});

test("a partner without the client is refused, for no import id could say it", () => {
  expect(faultOf(() => make("examplePA", null, "exampleCH"))).toEqual([
    "Missing client",
    [{ attribute: "client_id" }],
  ]);
});

test.each(["a/b/c/d", "bakeryCL/", "bakery CH"])(
  "what is no import id is refused without repeating it: %s",
  (bad) => {
    expect(faultOf(() => parse(bad))).toEqual([titles.invalidImportId, [{ attribute: "id" }]]);
    expect(() => parse(bad)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(bad) }));
  },
);
