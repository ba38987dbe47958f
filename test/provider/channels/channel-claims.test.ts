import { ChannelClaims } from "../../../src/provider/channels/channel-claims";

test("a channel is taken by whoever came first, and stays theirs", () => {
  const claims = new ChannelClaims();

  expect(claims.claim("one", "examplePA", ["aCH", "bCH"])).toEqual([]);
  expect(claims.claim("two", "examplePA", ["bCH", "cCH"])).toEqual(["bCH"]);
  expect(claims.claim("one", "examplePA", ["aCH", "bCH"])).toEqual([]);
  expect(claims.claim("one", "examplePA", ["cCH"])).toEqual(["cCH"]);
});

test("each partner has channels of their own", () => {
  const claims = new ChannelClaims();
  claims.claim("one", "examplePA", ["aCH"]);

  expect(claims.claim("two", "otherPA", ["aCH"])).toEqual([]);
});
