// Shows the simulated world and goes on asking for it while somebody looks.
import { ask } from "./api.browser.mjs";
import { startBulk } from "./bulk.browser.mjs";
import { channelQuery, startChannels } from "./channels.browser.mjs";
import { byId } from "./dom.browser.mjs";
import { startFaults } from "./faults.browser.mjs";
import { startOptions } from "./options.browser.mjs";
import { requestQuery, startRequests } from "./requests.browser.mjs";

const pause = 2_000;
let asked = 0;
let next;

const parts = [startChannels, startBulk, startRequests, startOptions, startFaults].map((start) =>
  start(refresh),
);

/** Asks for the world now; an answer that another one has overtaken is not shown. */
async function refresh() {
  clearTimeout(next);
  asked += 1;
  const mine = asked;
  try {
    const view = await ask("GET", `view?${new URLSearchParams({ ...channelQuery(), ...requestQuery() })}`);
    if (mine === asked) for (const show of parts) show(view);
    byId("gone").hidden = true;
  } catch {
    byId("gone").hidden = false;
  }
  if (mine === asked && !document.hidden) next = setTimeout(refresh, pause);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});

refresh();
