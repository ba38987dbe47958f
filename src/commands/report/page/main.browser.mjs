import { filterRows, sortRows, toCsv } from "./rows.browser.mjs";

const PAGE = 100;
const MOST_PRINTED = 5_000;
const byId = (id) => document.getElementById(id);

const { headings, clients, sources, rows: packed } = JSON.parse(byId("data").textContent);
const rows = packed.map(([id, client, name, finding, declared, hub, since, source, elsewhere]) => {
  const [clientId, clientName] = clients[client];
  const place = elsewhere ? `${clientId} (declared under ${elsewhere})` : clientId;
  const cells = [id, place, clientName, name, finding, declared, hub, since, sources[source]];
  return { cells, client: String(client), text: cells.join("\n").toLowerCase() };
});
const state = { finding: byId("rows").dataset.finding, column: -1, descending: false, page: 0 };
let found = rows;

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function lineOf({ cells }) {
  const line = document.createElement("tr");
  for (const cell of cells) line.append(element("td", cell));
  for (const cell of line.children) cell.dir = "auto";
  return line;
}

function show(from, to) {
  const lines = found.slice(from, to).map(lineOf);
  byId("rows").replaceChildren(...lines);
  byId("shown").textContent = found.length
    ? `${from + 1} to ${from + lines.length} of ${found.length.toLocaleString("en-US")}`
    : "No channel matches.";
}

function showPage() {
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  state.page = Math.min(Math.max(0, state.page), pages - 1);
  const from = state.page * PAGE;
  show(from, from + PAGE);
  byId("page").value = state.page + 1;
  byId("page").max = pages;
  byId("back").disabled = state.page === 0;
  byId("on").disabled = state.page === pages - 1;
}

function update() {
  const filter = { words: byId("words").value, finding: state.finding, client: byId("client").value };
  const matching = filterRows(rows, filter);
  found = state.column < 0 ? matching : sortRows(matching, state.column, state.descending);
  for (const total of document.querySelectorAll("[data-total]"))
    total.setAttribute("aria-pressed", String(total.dataset.total === state.finding));
  document.querySelectorAll("#table th").forEach((head, column) => {
    if (column !== state.column) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
  });
  state.page = 0;
  showPage();
}

function sortBy(column) {
  state.descending = state.column === column && !state.descending;
  state.column = column;
  update();
}

function turn(pages) {
  state.page += pages;
  showPage();
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([toCsv(headings, found)], { type: "text/csv" }));
  link.download = "ctwa-tracking.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

headings.forEach((heading, column) => {
  const head = document.createElement("th");
  const button = element("button", heading);
  button.addEventListener("click", () => sortBy(column));
  head.scope = "col";
  head.append(button);
  byId("heads").append(head);
});
clients.forEach(([id, name], index) => {
  const option = element("option", name ? `${id || "no client"}, ${name}` : id || "no client");
  option.value = String(index);
  byId("client").append(option);
});
for (const total of document.querySelectorAll("[data-total]"))
  total.addEventListener("click", () => {
    state.finding = state.finding === total.dataset.total ? "" : total.dataset.total;
    update();
  });
byId("words").addEventListener("input", update);
byId("client").addEventListener("change", update);
byId("back").addEventListener("click", () => turn(-1));
byId("on").addEventListener("click", () => turn(1));
byId("page").addEventListener("change", () => turn(Number(byId("page").value) - 1 - state.page));
byId("csv").addEventListener("click", download);
byId("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeprint", () => show(0, MOST_PRINTED));
addEventListener("afterprint", showPage);
byId("table").hidden = false;
update();
