import { announce, tell } from "./announce.browser.mjs";
import { ask, channelPath } from "./api.browser.mjs";
import { clientOption, clientsOf, openAdd, openMove, openRemove } from "./channel-dialogs.browser.mjs";
import { channelRow, isTerminated } from "./channel-row.browser.mjs";
import { byId, setChildren, setText } from "./dom.browser.mjs";

let offset = 0;

/** Which channels match, as a person has chosen. */
export function channelFilter() {
  return Object.fromEntries(
    ["text", "client", "tracking", "state"].map((name) => [name, byId(`filter-${name}`).value]),
  );
}

/** Which channels are to be shown, as a part of the view's query. */
export function channelQuery() {
  const sort = byId("filter-sort").value;
  return { ...channelFilter(), sort, offset, limit: pageSize() };
}

/** Lets the filter, the pages and the rows work; `refresh` shows again. */
export function startChannels(refresh) {
  const anew = () => {
    offset = 0;
    refresh();
  };
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["text", "client"]) byId(`filter-${name}`).addEventListener("input", anew);
  startHeadings(anew);
  offerAllClients();
  for (const name of ["tracking", "state", "sort", "size"]) {
    byId(`filter-${name}`).addEventListener("change", anew);
  }
  byId("page-number").addEventListener("change", () => {
    offset = (Math.max(1, Number(byId("page-number").value) || 1) - 1) * pageSize();
    refresh();
  });
  byId("add").addEventListener("click", () => openAdd(refresh));
  byId("earlier").addEventListener("click", () => {
    offset = Math.max(0, offset - pageSize());
    refresh();
  });
  byId("later").addEventListener("click", () => {
    offset += pageSize();
    refresh();
  });
  const rows = new Map();
  return (view) => show(view, rows, (what, channel) => actions[what](channel, refresh));
}

/** A heading sorts by its column; pressed again, the other way round. */
function startHeadings(anew) {
  const chosen = byId("filter-sort");
  for (const heading of document.querySelectorAll("[data-sort]")) {
    heading.addEventListener("click", () => {
      const { sort } = heading.dataset;
      chosen.value = chosen.value === sort ? `-${sort}` : sort;
      anew();
    });
  }
}

async function offerAllClients() {
  const partners = await ask("GET", "partners");
  const clients = await Promise.all(partners.map(clientsOf));
  byId("all-clients").replaceChildren(...clients.flat().map(clientOption));
}

const actions = {
  async switch({ id, ctwa }, refresh) {
    await change(id, { ctwa: !ctwa }, `Tracking of ${id} is ${ctwa ? "off" : "on"} now.`, refresh);
  },
  async end(channel, refresh) {
    const over = isTerminated(channel);
    const patch = over
      ? { hub_status: "live", terminated_at: null, cancelled_at: null }
      : { hub_status: "terminated", terminated_at: new Date().toISOString() };
    await change(channel.id, patch, `${channel.id} is ${over ? "restored" : "terminated"}.`, refresh);
  },
  move: (channel, refresh) => openMove(channel, refresh),
  remove: (channel, refresh) => openRemove(channel, refresh),
};

async function change(id, patch, done, refresh) {
  await tell(done, () => ask("PATCH", channelPath(id), patch));
  refresh();
}

function show(view, rows, act) {
  offset = view.offset;
  for (const channel of view.channels) {
    if (!rows.has(channel.id)) rows.set(channel.id, channelRow(act));
    rows.get(channel.id).show(channel);
  }
  const wanted = new Set(view.channels.map(({ id }) => id));
  for (const [id, { row }] of rows) {
    if (wanted.has(id)) continue;
    // Whoever was on a row that is gone goes on from the filter.
    if (row.contains(document.activeElement)) {
      byId("filter-text").focus();
      announce(`${id} is not shown any more.`);
    }
    rows.delete(id);
  }
  setChildren(
    byId("channel-rows"),
    view.channels.map(({ id }) => rows.get(id).row),
  );
  showCounts(view);
  showSort();
}

function showSort() {
  const { value } = byId("filter-sort");
  for (const heading of document.querySelectorAll("[data-sort]")) {
    const { sort } = heading.dataset;
    const order = { [sort]: "ascending", [`-${sort}`]: "descending" }[value] ?? "none";
    heading.parentElement.setAttribute("aria-sort", order);
  }
}

function pageSize() {
  return Number(byId("filter-size").value);
}

function showCounts({ total, total_on, all, on, offset: from, channels }) {
  const ofAll = `${on} of ${all} have tracking on`;
  setText(
    byId("counts"),
    total === all ? ofAll : `${total_on} of ${total} that match have tracking on; ${ofAll}`,
  );
  const number = byId("page-number");
  if (document.activeElement !== number) number.value = Math.floor(from / pageSize()) + 1;
  number.max = Math.max(1, Math.ceil(total / pageSize()));
  setText(byId("page-count"), `of ${number.max}`);
  byId("no-channels").hidden = total > 0;
  byId("channel-table").hidden = total === 0;
  byId("pages").hidden = total <= channels.length;
  setText(byId("range"), `${from + 1}–${from + channels.length} of ${total} channels`);
  byId("earlier").disabled = from === 0;
  byId("later").disabled = from + channels.length >= total;
}
