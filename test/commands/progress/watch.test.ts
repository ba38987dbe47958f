import { sightOf, Watch } from "../../../src/commands/progress/watch";
import { parseProgress } from "../../../src/progress-record";
import { progressText } from "./record";

const NOW = Date.parse("2026-01-01T00:00:10Z");

const kindOf = (watch: Watch, text: string | null, now: number) => watch.look(sightOf(text), now).kind;

test.each<[string, string | null, string]>([
  ["no file", null, "waiting"],
  ["half a JSON", progressText({}).slice(0, 40), "waiting"],
  ["an empty file", "", "waiting"],
  ["JSON of another program", '{"format":"other"}', "unusable"],
  ["a number", "7", "unusable"],
  ["null", "null", "unusable"],
  ["a count that is none", progressText({ done: -1 }), "unusable"],
  ["a time that is none", progressText({ updated_at: "soon" }), "unusable"],
  ["an apply that runs", progressText({}), "running"],
  [
    "an apply that has just ended",
    progressText({ outcome: "complete", ended_at: "2026-01-01T00:00:09Z" }),
    "ended",
  ],
])("%s", (_, text, kind) => {
  expect(kindOf(new Watch(NOW), text, NOW)).toBe(kind);
});

test("half a JSON that stays so is no progress file", () => {
  const watch = new Watch(NOW);
  expect(kindOf(watch, "{", NOW)).toBe("waiting");
  expect(kindOf(watch, "{", NOW + 14_000)).toBe("waiting");
  expect(kindOf(watch, "{", NOW + 15_000)).toBe("unusable");
});

test("a file that stays the same for 15 s is one of a process that died", () => {
  const watch = new Watch(NOW);
  const later = progressText({ updated_at: "2026-01-01T00:00:12Z" });
  expect(kindOf(watch, progressText({}), NOW)).toBe("running");
  expect(kindOf(watch, later, NOW + 14_000)).toBe("running");
  expect(kindOf(watch, later, NOW + 28_999)).toBe("running");
  expect(kindOf(watch, later, NOW + 29_000)).toBe("died");
});

test.each([
  ["ended", { outcome: "complete", ended_at: "2025-12-31T23:00:00Z", updated_at: "2025-12-31T23:00:00Z" }],
  ["died", { updated_at: "2025-12-31T23:00:00Z" }],
])("a file of an earlier apply, which %s, is waited over until the next apply", (_, changes) => {
  const watch = new Watch(NOW);
  const old = progressText(changes);
  expect(watch.look(sightOf(old), NOW)).toMatchObject({ kind: "waiting", earlier: parseProgress(old) });
  expect(kindOf(watch, old, NOW + 60_000)).toBe("waiting");
  expect(kindOf(watch, progressText({ process_id: 8 }), NOW + 61_000)).toBe("running");
  expect(kindOf(watch, progressText({ process_id: 8, outcome: "stopped" }), NOW + 62_000)).toBe("ended");
});
