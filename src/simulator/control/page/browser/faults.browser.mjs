import { announce, tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { byId, element, setChildren } from "./dom.browser.mjs";
import { faultEffects } from "./fault-effects.browser.mjs";
import { faultWords } from "./fault-words.browser.mjs";

/** Lets faults be queued and taken back. */
export function startFaults(refresh) {
  const form = byId("fault-form");
  const { route, effect, skip, times } = form.elements;
  effect.append(...[...faultEffects.keys()].map((name) => new Option(name)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fault = {
      ...{ route: route.value, skip: Number(skip.value) },
      ...{ times: times.value === "" ? "always" : Number(times.value) },
      ...faultEffects.get(effect.value),
    };
    const wrong = byId("fault-wrong");
    wrong.textContent = "";
    try {
      await ask("POST", "faults", fault);
      announce("The fault is queued.");
    } catch (error) {
      wrong.textContent = error.message;
    }
    refresh();
  });
  byId("clear-faults").addEventListener("click", async () => {
    await tell("All faults are cleared.", () => ask("DELETE", "faults"));
    refresh();
  });
  return ({ faults, fault_numbers, fault_routes }) => {
    if (route.length === 0) {
      route.append(...fault_routes.map((name) => new Option(name)));
      route.value = "any";
    }
    show(faults, fault_numbers, refresh);
  };
}

function show(faults, numbers, refresh) {
  const list = byId("fault-list");
  const texts = faults.map(faultWords);
  const shown = [...list.children].map((item) => `${item.dataset.number} ${item.firstChild.textContent}`);
  const wanted = texts.map((text, index) => `${numbers[index]} ${text}`);
  if (JSON.stringify(wanted) !== JSON.stringify(shown)) {
    setChildren(
      list,
      texts.map((text, index) => itemOf(text, numbers[index], refresh)),
    );
  }
  byId("no-faults").hidden = faults.length > 0;
}

function itemOf(text, number, refresh) {
  const remove = element("button", {
    ...{ type: "button", textContent: "Remove", attributes: { "aria-label": `Remove the fault ${text}` } },
    async onclick() {
      await tell("The fault is removed.", () => ask("DELETE", `faults/${number}`));
      byId("fault-form").elements.times.focus();
      refresh();
    },
  });
  const item = element("li", {}, element("span", { textContent: text }), remove);
  item.dataset.number = number;
  return item;
}
