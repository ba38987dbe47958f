import { Token } from "cdktf";
import { findChannelProblems } from "../../../lib/constructs/find-channel-problems";

const late = { resolve: () => "late", creationStack: [] };

test("a list without faults passes whole, in its order", () => {
  expect(findChannelProblems(["bCH", "aCH"])).toEqual({ channelIds: ["bCH", "aCH"], problems: [] });
});

test("an empty list tracks nothing, and is no fault", () => {
  expect(findChannelProblems([])).toEqual({ channelIds: [], problems: [] });
});

test("each fault is told with its place, and the rest passes", () => {
  const list = ["aCH", "", "bCH", "aCH", "x/y", "aCH", " ", Token.asString(late), null as unknown as string];

  const { channelIds, problems } = findChannelProblems(list);

  expect(channelIds).toEqual(["aCH", "bCH"]);
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual(
    [1, 3, 4, 5, 6, 7, 8].map((index) => `channelIds[${index}]`),
  );
  expect(problems).toContain('channelIds[5] repeats channelIds[0], "aCH".');
});

test("a list that only Terraform knows is one fault, which names the way out", () => {
  const { channelIds, problems } = findChannelProblems(Token.asList(late));

  expect(channelIds).toEqual([]);
  expect(problems).toEqual([expect.stringContaining("CtwaTracking")]);
});

test.each([undefined, null, "berlinCH", { 0: "berlinCH" }])(
  "what is no list, like %j, is one fault",
  (value) => {
    const { channelIds, problems } = findChannelProblems(value as unknown as string[]);

    expect(channelIds).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/^channelIds .*\blist\b/)]);
  },
);
