import {
  type ChannelImportId,
  formatChannelImportId,
  tryParseChannelImportId,
} from "../../../src/provider/channels/channel-import-id";

const pairs: readonly (readonly [string, ChannelImportId])[] = [
  ["exampleCH", { partner_id: null, client_id: null, channel_id: "exampleCH" }],
  ["exampleCL/exampleCH", { partner_id: null, client_id: "exampleCL", channel_id: "exampleCH" }],
  [
    "examplePA/exampleCL/exampleCH",
    { partner_id: "examplePA", client_id: "exampleCL", channel_id: "exampleCH" },
  ],
  ["a~b/c.d/e-f_1", { partner_id: "a~b", client_id: "c.d", channel_id: "e-f_1" }],
];

test.each(pairs)("%s is read as its ids, and written again as it was", (text, ids) => {
  expect(tryParseChannelImportId(text)).toEqual(ids);
  expect(formatChannelImportId(ids)).toBe(text);
});

test.each(["", "/", "a/", "/a", "a//b", "a/b/c/d", "a b", "..", "a/../b", "a/b ", "ä", "a\n"])(
  "%j is no import id",
  (text) => {
    expect(tryParseChannelImportId(text)).toBeUndefined();
  },
);
