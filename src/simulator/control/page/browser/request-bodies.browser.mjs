import { ask } from "./api.browser.mjs";
import { element } from "./dom.browser.mjs";

/** A request's path that unfolds into its bodies; they are asked for when it does. */
export function requestDetails(number, path) {
  const bodies = element("div", { className: "bodies" });
  const details = element(
    "details",
    { className: "bodied" },
    element("summary", {}, element("code", { textContent: path })),
    bodies,
  );
  details.addEventListener("toggle", async () => {
    if (!details.open) return;
    try {
      const { request, response } = await ask("GET", `requests/${number}`);
      bodies.replaceChildren(...bodyOf("Request", request), ...bodyOf("Response", response));
    } catch (error) {
      bodies.textContent = error.message;
    }
  });
  return details;
}

function bodyOf(title, text) {
  const label = element("p", {
    className: "quiet",
    textContent: text === null ? `${title}: no body` : title,
  });
  return text === null ? [label] : [label, element("pre", { textContent: indented(text), tabIndex: 0 })];
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
