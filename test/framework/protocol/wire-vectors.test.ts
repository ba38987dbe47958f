import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isWhollyKnown } from "../../../src/framework/value";
import { toyProvider } from "../../toy/provider";
import { roundTrip, type WireValue } from "../../toy/wire-values";

// What Terraform 1.11.4 sent for the stories of the toy provider; RECORD_WIRE=1 writes them anew.
const folder = path.resolve(__dirname, "../../fixtures/wire");
const provider = toyProvider(new Map());

const vectors = readdirSync(folder).map((file) => ({
  story: path.basename(file, ".json"),
  values: JSON.parse(readFileSync(path.join(folder, file), "utf8")) as readonly WireValue[],
}));

test.each(vectors)(
  "$story: what Terraform sent is read, and written with the very same bytes",
  ({ values }) => {
    const sent = values.filter(({ msgpack }) => msgpack !== undefined);
    expect(sent.length).toBeGreaterThan(5);
    for (const value of sent) expect(roundTrip(provider, value).written).toBe(value.msgpack);
  },
);

test.each(vectors)("$story: a state is read to the same value as what was applied before", ({ values }) => {
  const states = values.filter(({ json }) => json !== undefined);
  const applied = new Set(values.filter(({ rpc }) => rpc === "ReadResource").map(({ msgpack }) => msgpack));
  expect(states.length).toBeGreaterThan(0);
  for (const state of states) {
    const { value, written } = roundTrip(provider, state);
    expect(isWhollyKnown(value)).toBe(true);
    expect(applied).toContain(written);
  }
});
