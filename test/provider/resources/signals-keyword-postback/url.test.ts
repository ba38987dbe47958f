import { PrivateState } from "../../../../src/framework/define/private-state";
import {
  fitsUrlHash,
  forgetUrlHash,
  isSameUrl,
  keepUrlHash,
} from "../../../../src/provider/resources/signals-keyword-postback/url";

const URL = "https://example.com/hook?token=invented";

test("a kept hash fits its URL alone, holds none of it, and differs each time", () => {
  const [one, other] = [new PrivateState(), new PrivateState()];
  for (const kept of [one, other]) keepUrlHash(kept, URL);
  const read = new PrivateState(one.bytes);
  expect([fitsUrlHash(read, URL), fitsUrlHash(read, `${URL}2`)]).toEqual([true, false]);
  const text = Buffer.from(one.bytes).toString();
  expect(text).not.toContain("invented");
  expect(text).not.toBe(Buffer.from(other.bytes).toString());
});

test("without a hash nothing is known", () => {
  const kept = new PrivateState();
  expect(fitsUrlHash(kept, URL)).toBeNull();
  keepUrlHash(kept, URL);
  forgetUrlHash(kept);
  expect([fitsUrlHash(kept, URL), kept.bytes.length]).toEqual([null, 0]);
});

test.each([
  ["https://example.com", "https://EXAMPLE.com:443/", true],
  ["https://example.com/a", "https://example.com/A", false],
  ["no url", "no url", true],
])("%s and %s are the same: %s", (a, b, same) => {
  expect(isSameUrl(a, b)).toBe(same);
});
