import {
  importPostback,
  parseKeyword,
} from "../../../../src/provider/resources/signals-keyword-postback/import";

test("an import id names app, ad and keyword", () => {
  expect(parseKeyword("100001/9/1001")).toEqual({ app_id: "100001", ad_id: "9", keyword_id: "1001" });
});

test.each(["", "1", "1/2", "1/2/3/4", "1//3", "1/ 2/3", "1/../3"])("%j is no import id", (text) => {
  expect(() => parseKeyword(text)).toThrow("APP/AD/KEYWORD");
});

test("an identity with something that is no id is refused", () => {
  const identity = { app_id: "1", ad_id: "a/b", keyword_id: "3" };
  expect(() => importPostback({ identity } as Parameters<typeof importPostback>[0])).toThrow('"a/b"');
});
