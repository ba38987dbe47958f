import { createSimulator, listen } from "../../../src/simulator";
import type { World } from "./world";

/** The simulator on a free port: it opens everything. */
export const simulatedWorld: World = {
  name: "the simulator",
  wanted: true,
  closed: null,
  lacks: { login: null, bearer: null, writes: null, keyword: null },
  channelId: "exampleCH",
  switchedId: "exampleCH",
  adId: "920000000001001",
  keywordId: "1001",
  async open() {
    const { hubBaseUrl, signalsBaseUrl, close } = await listen(createSimulator());
    const credentials = { username: "partner@example.com", password: "example-password" };
    return { settings: { partnerId: "examplePA", hubBaseUrl, signalsBaseUrl, credentials }, close };
  },
};
