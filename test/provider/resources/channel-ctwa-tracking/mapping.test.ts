import type { Channel } from "../../../../src/client";
import { fromChannel, schema } from "../../../../src/provider/resources/channel-ctwa-tracking/schema";
import { readFromChannel } from "../../../../src/provider/resources/channel-ctwa-tracking/state-from-channel";
import { channel } from "../../fake-hub";

const OWN = ["asserted_at", "id", "verification"];

test("each computed attribute tells of the switch, or has its place in the mapping from the channel", () => {
  const computed = Object.entries(schema).flatMap(([name, { presence }]) =>
    presence === "computed" ? [name] : [],
  );

  expect(computed.sort()).toEqual([...OWN, ...Object.keys(fromChannel)].sort());
});

test("read, import, plan and write take all that the mapping has", () => {
  expect(Object.keys(readFromChannel(channel("exampleCH")))).toEqual(Object.keys(fromChannel));
});

test("the compiler asks for an attribute that the mapping lacks", () => {
  // @ts-expect-error phone_number is missing
  const lacking: typeof fromChannel = { app_id: ({ appId }: Channel) => appId };

  expect(Object.keys(lacking)).toEqual(["app_id"]);
});
