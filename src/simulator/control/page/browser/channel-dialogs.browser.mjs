import { announce } from "./announce.browser.mjs";
import { ask, channelPath } from "./api.browser.mjs";
import { byId, element } from "./dom.browser.mjs";

/** Asks which channel to add, and adds it. */
export async function openAdd(refresh) {
  const form = byId("add-dialog").querySelector("form");
  const { partner, client, id } = form.elements;
  partner.replaceChildren(...(await ask("GET", "partners")).map((name) => new Option(name)));
  const list = () => offerClients("add-clients", partner.value);
  partner.onchange = list;
  await list();
  open("add-dialog", async () => {
    await ask("POST", "channels", { id: id.value.trim(), client_id: client.value.trim() });
    announce(`${id.value.trim()} was added.`);
    form.reset();
    refresh();
  });
}

/** Asks where to move a channel, and moves it. */
export async function openMove(channel, refresh) {
  byId("move-title").textContent = `Move ${channel.id}`;
  const { client } = byId("move-dialog").querySelector("form").elements;
  client.value = "";
  await offerClients("move-clients", channel.partner_id);
  open("move-dialog", async () => {
    const to = client.value.trim();
    await ask("PATCH", channelPath(channel.id), { client_id: to });
    announce(`${channel.id} belongs to ${to} now.`);
    refresh();
  });
}

/** Asks whether to remove a channel, and removes it. */
export function openRemove(channel, refresh) {
  byId("remove-title").textContent = `Remove ${channel.id}?`;
  open("remove-dialog", async () => {
    await ask("DELETE", channelPath(channel.id));
    announce(`${channel.id} is gone.`);
    refresh();
  });
}

/** Asks whether to reset the world, and resets it. */
export function openReset(refresh) {
  open("reset-dialog", async () => {
    await ask("POST", "reset");
    announce("The world is as it was at the start.");
    refresh();
  });
}

async function offerClients(listId, partnerId) {
  byId(listId).replaceChildren(...(await clientsOf(partnerId)).map(clientOption));
}

/** The clients of a partner. */
export function clientsOf(partnerId) {
  return ask("GET", `clients?${new URLSearchParams({ partner_id: partnerId })}`);
}

/** A client as an input suggests it. */
export function clientOption({ id, name }) {
  return element("option", { value: id, textContent: name });
}

/** Shows a dialog; it stays open, with the reason in it, where what it is for is refused. */
function open(dialogId, action) {
  const dialog = byId(dialogId);
  const wrong = dialog.querySelector(".wrong");
  wrong.textContent = "";
  dialog.querySelector("[value=cancel]").onclick = () => dialog.close();
  dialog.querySelector("form").onsubmit = async (event) => {
    event.preventDefault();
    try {
      await action();
      dialog.close();
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  dialog.showModal();
}
