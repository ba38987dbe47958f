import { tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { byId, element, setChildren, setText, timeOf } from "./dom.browser.mjs";
import { requestDetails } from "./request-bodies.browser.mjs";

/** Which requests are to be shown, as a part of the view's query. */
export function requestQuery() {
  return { request_status: byId("request-status").value, request_route: byId("request-route").value };
}

/** Lets the list of requests work. */
export function startRequests(refresh) {
  byId("clear-requests").addEventListener("click", async () => {
    await tell("The request log is cleared.", () => ask("DELETE", "requests"));
    refresh();
  });
  byId("request-filter").addEventListener("submit", (event) => event.preventDefault());
  const route = byId("request-route");
  for (const select of [byId("request-status"), route]) select.addEventListener("change", refresh);
  const rows = new Map();
  return ({ requests, requests_total: total, request_routes: names }) => {
    if (route.length === 1) route.append(...names.map((name) => new Option(name)));
    show(requests, rows);
    setText(
      byId("request-count"),
      `${total > requests.length ? `the latest ${requests.length} of ` : ""}${total} that match`,
    );
  };
}

function show(requests, rows) {
  for (const request of requests) {
    const known = rows.get(request.number);
    // A request changes once: when it is answered.
    if (known?.status !== request.status) rows.set(request.number, { ...request, row: rowOf(request) });
  }
  const shown = requests.map(({ number }) => rows.get(number).row);
  const numbers = new Set(requests.map(({ number }) => number));
  for (const number of rows.keys()) if (!numbers.has(number)) rows.delete(number);
  setChildren(byId("request-rows"), shown);
  byId("no-requests").hidden = requests.length > 0;
}

function rowOf({ number, at, status, fault, method, path, query }) {
  const asked = Object.entries(query)
    .map((pair) => pair.join("="))
    .join("&");
  return element(
    "tr",
    { className: "request" },
    element("td", { textContent: timeOf(at) }),
    element("td", {}, statusTag(status, fault)),
    element("td", { textContent: method }),
    element("td", { className: "wide" }, requestDetails(number, asked === "" ? path : `${path}?${asked}`)),
  );
}

function statusTag(status, fault) {
  const words = `${status ?? "no answer"}${fault ? ", fault" : ""}`;
  const tone = status !== null && status < 400 ? "good" : "bad";
  return element("span", { className: `tag ${fault ? "warn" : tone}`, textContent: words });
}
