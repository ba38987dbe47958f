import { dialog360Provider } from "../../../../src/provider";
import { ctwaTrackingFleet } from "../../../../src/provider/resources/ctwa-tracking-fleet";
import { serve, wire } from "../../../framework/rpc/test-server";

const typeName = "dialog360_ctwa_tracking_fleet";

const channels = (count: number) =>
  new Map(Array.from({ length: count }, (_, number) => [`n${number}CH`, true]));

test("50,000 channels are taken, one more is refused", async () => {
  const { call } = await serve(dialog360Provider);
  const validate = async (count: number) => {
    const config = wire(ctwaTrackingFleet.schema, { channels: channels(count) });
    return (await call("ValidateResourceConfig", { typeName, config })).diagnostics;
  };

  expect(await validate(50_000)).toEqual([]);
  expect((await validate(50_001)).map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/\b50,001 channels.*\b50,000\b/),
  ]);
});

test("at most 20 keys are named one by one, the others by their number", async () => {
  const { call } = await serve(dialog360Provider);
  const wrong = new Map(Array.from({ length: 30 }, (_, number) => [`x/${number}`, true]));
  const { diagnostics } = await call("ValidateResourceConfig", {
    typeName,
    config: wire(ctwaTrackingFleet.schema, { channels: wrong }),
  });

  expect(diagnostics).toHaveLength(21);
  expect(diagnostics.at(-1)?.detail).toMatch(/^10 more\b/);
});
