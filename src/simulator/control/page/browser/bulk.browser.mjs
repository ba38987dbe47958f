import { announce, tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { openReset } from "./channel-dialogs.browser.mjs";
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
  const wrong = byId("bulk-wrong");
  const showClient = () => {
    byId("bulk-client-field").hidden = action.value !== "move";
    wrong.textContent = "";
  };
  action.addEventListener("change", showClient);
  showClient();
  byId("bulk").addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    try {
      const body = { query: channelFilter(), change: changes[action.value]() };
      const { changed } = await ask("POST", "bulk", body);
      announce(`${channels(changed)} changed: ${action.selectedOptions[0].text}.`);
    } catch (error) {
      wrong.textContent = error.message;
    }
    refresh();
  });
  byId("undo").addEventListener("click", async () => {
    await tell("The last change of many channels is undone.", () => ask("DELETE", "bulk"));
    action.focus();
    refresh();
  });
  byId("reset").addEventListener("click", () => openReset(refresh));
  return ({ total, undoable }) => {
    setText(byId("bulk-count"), `Change ${channels(total)}`);
    // A disabled button loses the focus.
    if (total === 0 && document.activeElement === byId("bulk-count")) action.focus();
    byId("bulk-count").disabled = total === 0;
    setText(byId("undo"), undoable === 0 ? "Undo" : `Undo for ${channels(undoable)}`);
    byId("undo").disabled = undoable === 0;
  };
}

function channels(count) {
  return count === 1 ? "1 channel" : `${count} channels`;
}
