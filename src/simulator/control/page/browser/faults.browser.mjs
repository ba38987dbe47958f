import { tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { byId, element, setChildren } from "./dom.browser.mjs";
import { faultEffects } from "./fault-effects.browser.mjs";

/** Lets faults be queued and taken back. */
export function startFaults(refresh) {
  const form = byId("fault-form");
  const { route, effect, skip, times } = form.elements;
  effect.append(...[...faultEffects.keys()].map((name) => new Option(name)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fault = {
      ...{ route: route.value, skip: Number(skip.value), times: Number(times.value) },
      ...faultEffects.get(effect.value),
    };
    await tell("The fault waits for its requests.", () => ask("POST", "faults", fault));
    refresh();
  });
  byId("clear-faults").addEventListener("click", async () => {
    await tell("No fault waits any more.", () => ask("DELETE", "faults"));
    refresh();
  });
  return ({ faults, fault_routes }) => {
    if (route.length === 0) {
      route.append(...fault_routes.map((name) => new Option(name)));
      route.value = "any";
    }
    show(faults);
  };
}

function show(faults) {
  const list = byId("fault-list");
  const texts = faults.map(describe);
  const shown = [...list.children].map((item) => item.textContent);
  if (JSON.stringify(texts) !== JSON.stringify(shown)) {
    setChildren(
      list,
      texts.map((textContent) => element("li", { textContent })),
    );
  }
  byId("no-faults").hidden = faults.length > 0;
}

function describe({ route, path, skip, times, ...effects }) {
  const which = path === undefined ? route : `${route} at ${path}`;
  const passed = skip > 0 ? `, after ${skip} more` : "";
  const many = times === "always" ? "always" : `${times} ×`;
  return `${which}: ${JSON.stringify(effects)}, ${many}${passed}`;
}
