import { Token } from "cdktf";
import {
  findChoiceProblem,
  findIdProblem,
  findPhoneNumberProblem,
  problemsOf,
} from "../../../lib/constructs/find-problem";

const token = Token.asString({ resolve: () => "late", creationStack: [] });

test.each([
  ["", "channelId must not be empty."],
  ["  ", "channelId must not be empty."],
  ["\t\n", "channelId must not be empty."],
  [
    "exampleCL/exampleCH",
    'it is "exampleCL/exampleCH". Where it is client and channel in one, give them apart.',
  ],
  ["/", 'it is "/"'],
  ["berlin CH", 'it is "berlin CH"'],
  [" berlinCH", 'it is " berlinCH"'],
  ["berlinCH\n", 'it is "berlinCH\\n"'],
  ["..", 'it is ".."'],
  ["bérlinCH", 'it is "bérlinCH"'],
  [`x${"y".repeat(5000)}/`, "must be an id"],
])("an id like %j is refused", (id, words) => {
  expect(findIdProblem("channelId", id)).toContain(words);
});

test.each([12, null, {}, [], true])("what is no string, like %j, is refused as an id", (value) => {
  expect(findIdProblem("channelId", value as unknown as string)).toMatch(/^channelId .*\bstring\b/);
});

test.each(["berlinCH", "0", "a.b-c_d~e", "__proto__", undefined, token, `prefix-${token}`])(
  "an id like %j passes",
  (id) => {
    expect(findIdProblem("channelId", id)).toBeUndefined();
  },
);

test.each(["+4915550000001", "0 (155) 500-00.01", "4915550000001", undefined, token])(
  "a phone number like %j passes",
  (value) => {
    expect(findPhoneNumberProblem(value)).toBeUndefined();
  },
);

test.each(["", " ", "berlinCH", "+", "+49 155 / 5000", 49_155])(
  "a phone number like %j is refused",
  (value) => {
    expect(findPhoneNumberProblem(value as string)).toMatch(/^phoneNumber must/);
  },
);

test("exactly one of two is wanted", () => {
  expect(findChoiceProblem(["a", "1"], ["b", undefined])).toBeUndefined();
  expect(findChoiceProblem(["a", undefined], ["b", token])).toBeUndefined();
  expect(findChoiceProblem(["a", "1"], ["b", "2"])).toMatch(/\ba and b\b.*\bboth\b/);
  expect(findChoiceProblem(["a", undefined], ["b", null])).toMatch(/\ba and b\b.*\bneither\b/);
});

test("what is well is left out", () => {
  expect(problemsOf(undefined, "one", undefined, "two")).toEqual(["one", "two"]);
});
