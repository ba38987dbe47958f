import { contract } from "./contract";

contract("a keyword's postback", (state) => {
  state(
    "is an address; a keyword without one has none, or is not found",
    async ({ world, client, channel }) => {
      const { adId = "", keywordId = "" } = world;
      const appId = channel.appId ?? "";
      expect(await client.signals.keywordPostback(appId, adId, keywordId)).toMatch(/^https:\/\/./);
      const none = await client.signals.keywordPostback(appId, adId, "0").catch(({ status }) => status);
      expect([null, 404]).toContain(none);
    },
    "bearer",
    "keyword",
  );

  state(
    "can be set to the address that it has, again and again",
    async ({ world, another, channel }) => {
      const { adId = "", keywordId = "" } = world;
      const keyword = { appId: channel.appId ?? "", adId, keywordId };
      const { signals } = another({ readOnly: false });
      const url = (await signals.keywordPostback(keyword.appId, adId, keywordId)) ?? "";
      for (const _ of [1, 2]) await signals.setKeywordPostback(keyword, url);
      expect(await signals.keywordPostback(keyword.appId, adId, keywordId)).toBe(url);
    },
    "bearer",
    "keyword",
    "writes",
  );
});
