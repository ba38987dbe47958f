import { tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { channelFilter } from "./channels.browser.mjs";
import { byId, setText } from "./dom.browser.mjs";

const changes = {
  on: () => ({ ctwa: true }),
  off: () => ({ ctwa: false }),
  terminate: () => ({ hub_status: "terminated", terminated_at: new Date().toISOString() }),
  restore: () => ({ hub_status: "live", terminated_at: null, cancelled_at: null }),
  move: () => ({ client_id: byId("bulk-client").value.trim() }),
};

/** Lets all channels that match the filter be changed at once, and the world be reset. */
export function startBulk(refresh) {
  const action = byId("bulk-action");
  const showClient = () => {
    byId("bulk-client-field").hidden = action.value !== "move";
  };
  const act = async (done, request) => {
    await tell(done, request);
    refresh();
  };
  action.addEventListener("change", showClient);
  showClient();
  byId("bulk").addEventListener("submit", (event) => {
    event.preventDefault();
    const body = { query: channelFilter(), change: changes[action.value]() };
    act("The channels are changed.", () => ask("POST", "bulk", body));
  });
  byId("undo").addEventListener("click", () =>
    act("The last change is undone.", () => ask("DELETE", "bulk")),
  );
  byId("reset").addEventListener("click", () => {
    if (!window.confirm("Reset channels, options, faults, tokens and the request log?")) return;
    act("The world is as it was at the start.", () => ask("POST", "reset"));
  });
  return ({ total }) => setText(byId("bulk-count"), `Apply to all ${total}`);
}
