import { tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { byId, element, setChildren, timeOf } from "./dom.browser.mjs";

/** Lets the list of requests work. */
export function startRequests(refresh) {
  byId("clear-requests").addEventListener("click", async () => {
    await tell("The request log is cleared.", () => ask("DELETE", "requests"));
    refresh();
  });
  const rows = new Map();
  return ({ requests }) => show(requests, rows);
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

function rowOf({ at, status, fault, method, path, query }) {
  const asked = Object.entries(query)
    .map((pair) => pair.join("="))
    .join("&");
  return element(
    "tr",
    { className: "request" },
    element("td", { textContent: timeOf(at) }),
    element("td", {}, statusTag(status, fault)),
    element("td", { textContent: method }),
    element(
      "td",
      { className: "wide" },
      element("code", { textContent: asked === "" ? path : `${path}?${asked}` }),
    ),
  );
}

function statusTag(status, fault) {
  const words = `${status ?? "no answer"}${fault ? ", fault" : ""}`;
  const tone = status !== null && status < 400 ? "good" : "bad";
  return element("span", { className: `tag ${fault ? "warn" : tone}`, textContent: words });
}
