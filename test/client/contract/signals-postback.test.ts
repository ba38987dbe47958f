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
});
