import { element, setText, timeOf } from "./dom.browser.mjs";

/** The row of one channel; `act` is called with what a person wants done and the channel as last shown. */
export function channelRow(act) {
  let shown;
  const button = (label, what) =>
    element("button", { type: "button", textContent: label, onclick: () => act(what, shown) });
  const parts = {
    ...{ id: element("span", { className: "id" }), name: element("small") },
    ...{ client: element("span"), clientId: element("small") },
    tracking: element("button", {
      ...{ type: "button", className: "switch", onclick: () => act("switch", shown) },
      attributes: { role: "switch" },
    }),
    ...{ last: element("td", { className: "last" }), state: element("span", { className: "tag" }) },
    ...{
      move: button("Move…", "move"),
      end: button("Terminate", "end"),
      remove: button("Remove…", "remove"),
    },
  };
  const row = rowOf(parts);
  return {
    row,
    show(channel) {
      shown = channel;
      fill(parts, channel);
    },
  };
}

function rowOf({ id, name, client, clientId, tracking, last, state, move, end, remove }) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, id, name),
    element("td", { className: "tracking" }, tracking),
    element("td", {}, client, clientId),
    element("td", { className: "state" }, state),
    last,
    element("td", { className: "acts-cell" }, element("div", { className: "acts" }, move, end, remove)),
  );
}

function fill(parts, channel) {
  const { id, phone_name, phone_number, client_id, client_name, ctwa } = channel;
  const end = isTerminated(channel) ? "Restore" : "Terminate";
  setText(parts.id, id);
  setText(parts.name, [phone_name, phone_number].filter(Boolean).join(" · "));
  setText(parts.client, client_name ?? client_id);
  setText(parts.clientId, `${client_id} · ${channel.partner_id}`);
  setText(parts.tracking, ctwa ? "on" : "off");
  parts.tracking.setAttribute("aria-checked", String(ctwa));
  parts.tracking.setAttribute("aria-label", `CTWA tracking of ${id}`);
  setText(parts.last, lastSwitch(channel.last_switch));
  const [tone, words] = stateOf(channel);
  parts.state.className = `tag ${tone}`;
  setText(parts.state, words);
  setText(parts.end, end);
  for (const [button, what] of [
    [parts.move, "Move"],
    [parts.end, end],
    [parts.remove, "Remove"],
  ]) {
    button.setAttribute("aria-label", `${what} ${id}`);
  }
}

function lastSwitch(last) {
  if (last === null) return "";
  return `${last.to ? "on" : "off"} at ${timeOf(last.at)}, ${last.by === "api" ? "over the API" : "on this page"}`;
}

/** Whether the end of a channel has come; a cancelled one may have it ahead. */
export function isTerminated({ terminated_at }) {
  return terminated_at !== null && !(Date.parse(terminated_at) > Date.now());
}

function stateOf(channel) {
  const { cancelled_at, account_mode, status } = channel;
  if (isTerminated(channel)) return ["bad", "terminated"];
  if (cancelled_at !== null) return ["warn", "cancelled"];
  if (status !== "verified") return ["warn", status ?? "no status"];
  return account_mode === "live" ? ["good", "live"] : ["warn", account_mode];
}
