import type { FoundChannels } from "../../../src/client";
import { SharedLooks } from "../../../src/provider/switching/shared-looks";

const never = new AbortController().signal;

/** Looks at a hub that knows no channel, and the ids of each request. */
function looks() {
  const asked: string[][] = [];
  const lookUpMany = async (_partnerId: string, ids: readonly string[]): Promise<FoundChannels> => {
    asked.push([...ids]);
    return new Map();
  };
  return { asked, shared: new SharedLooks({ lookUpMany: lookUpMany as never }) };
}

/** A switch that ends when it is told to. */
function pendingSwitch() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, send: () => ended };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 60));

test("a look waits for the switches under way, and answers their looks too", async () => {
  const { asked, shared } = looks();
  const slow = pendingSwitch();
  const switched = shared.whileSwitching("examplePA", slow.send);
  const first = shared.look("examplePA", ["berlinCH"], never);
  await soon();
  expect(asked).toEqual([]);

  const second = shared.look("examplePA", ["parisCH"], never);
  slow.end();
  await Promise.all([switched, first, second]);

  expect(asked).toEqual([["berlinCH", "parisCH"]]);
});

test("a switch that failed, or of another partner, holds nothing up", async () => {
  const { asked, shared } = looks();
  const other = pendingSwitch();
  const elsewhere = shared.whileSwitching("otherPA", other.send);
  await shared.whileSwitching("examplePA", () => Promise.reject(new Error("no"))).catch(() => {});

  await shared.look("examplePA", ["berlinCH"], never);

  expect(asked).toEqual([["berlinCH"]]);
  other.end();
  await elsewhere;
});
