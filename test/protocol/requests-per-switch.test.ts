import { systemClock } from "../../src/client";
import { createSimulator, listen, type Simulator, type SimulatorOptions } from "../../src/simulator";
import { asked } from "../acceptance/harness/asked";
import { servedDirectly } from "./core/connection";
import { createCore } from "./core/core";
import { providerFor } from "./provider-for";
import { tracking } from "./tracking-state";

jest.setTimeout(120_000);

const BLOCKS = 1_000;
/** Core runs a provider process for the plan and one for the apply; each logs in and lists the channels. */
const PROCESSES = 2;
const PAGES = 2;
/** A first page, look-ups of single channels until they have cost as much as the other pages, and these pages. */
const LIST = 1 + 2 * (PAGES - 1);
/** Where the state is reported each read after a switch parses the whole list, so that fewer blocks tell as much. */
const REPORTED = 300;
/** Core applies ten blocks side by side. One read answers most of them; how many depends on the machine. */
const MOST_LOOKS = REPORTED / 2;

/** Creates blocks for dark channels of a hub with such options, and counts what is asked. */
async function create(blocks: number, options: Partial<SimulatorOptions>) {
  const simulator = createSimulator({ channels: blocks + 60, ...options });
  const listening = await listen(simulator);
  try {
    const ids = live(simulator).slice(0, blocks);
    for (const id of ids) simulator.control.changeChannel(id, { ctwa: false });
    const provider = providerFor(listening, systemClock);
    const { errors } = await createCore(provider, servedDirectly(provider)).apply(tracking(ids, {}));
    return { errors, counts: asked(simulator) };
  } finally {
    await listening.close();
  }
}

function live({ control }: Simulator): string[] {
  return control
    .channels("examplePA")
    .filter(({ terminated_at: end }) => end === null)
    .map(({ id }) => id);
}

test("1,000 blocks cost one request each where the hub reports no tracking state, a login and a list", async () => {
  const { errors, counts } = await create(BLOCKS, {});

  expect(errors).toEqual([]);
  expect(counts).toEqual({ token: PROCESSES, channels: PROCESSES * LIST, enable_ctwa: BLOCKS });
});

test("300 blocks share the reads after their switches where the hub reports the state", async () => {
  const { errors, counts } = await create(REPORTED, { ctwaField: "integration.ctwa_enabled" });

  expect({ errors, sent: counts["enable_ctwa"] }).toEqual({ errors: [], sent: REPORTED });
  const looks = (counts["channels"] ?? 0) - PROCESSES;
  expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
});
