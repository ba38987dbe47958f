import { tell } from "./announce.browser.mjs";
import { ask } from "./api.browser.mjs";
import { byId, element } from "./dom.browser.mjs";
import { fromTyped, toTyped } from "./option-values.browser.mjs";

/** Lets the options be set; each as soon as it was changed. */
export function startOptions(refresh) {
  const form = byId("option-fields");
  form.addEventListener("submit", (event) => event.preventDefault());
  const inputs = new Map();
  const described = ask("GET", "options?describe").then((fields) => {
    for (const field of fields) {
      const input = inputOf(field);
      input.addEventListener("change", () => change(field, input, refresh));
      input.addEventListener("keydown", ({ key }) => {
        if (key === "Escape") takeBack(field, input, refresh);
      });
      inputs.set(field, input);
      groupOf(form, field.area).append(fieldOf(field, input));
    }
  });
  byId("revoke").addEventListener("click", async () => {
    await tell("All tokens are revoked: the next request has to log in again.", () =>
      ask("DELETE", "tokens"),
    );
    refresh();
  });
  return async ({ settings }) => {
    await described;
    for (const [field, input] of inputs) show(field, input, settings[field.option]);
  };
}

/** The fields of one area, under its heading. */
function groupOf(form, area) {
  const last = form.lastElementChild;
  if (last?.dataset.area === area) return last.lastElementChild;
  const fields = element("div", { className: "fields" });
  const group = element("fieldset", {}, element("legend", { textContent: area }), fields);
  group.dataset.area = area;
  form.append(group);
  return fields;
}

function inputOf({ option, input: kind, choices = [] }) {
  const id = `option-${option}`;
  const attributes = { "aria-describedby": `${id}-help ${id}-wrong` };
  if (kind === "flag") return element("input", { id, type: "checkbox", attributes });
  if (kind === "choice")
    return element("select", { id, attributes }, ...choices.map((one) => new Option(one)));

  const inputMode = kind === "number" ? "numeric" : "text";
  return element("input", {
    id,
    type: "text",
    inputMode,
    autocomplete: "off",
    spellcheck: false,
    attributes,
  });
}

function fieldOf({ option, input: kind, label, help, accepts, nullable }, input) {
  const words = element("span", { textContent: label });
  const isFlag = kind === "flag";
  return element(
    "div",
    { className: "field" },
    element(
      "label",
      { className: isFlag ? "tick" : "", htmlFor: input.id },
      ...(isFlag ? [input, words] : [words, input]),
    ),
    element("small", {
      id: `option-${option}-help`,
      textContent: kind === "flag" ? help : `${help} Takes ${accepts}${nullable ? "; empty for none" : ""}.`,
    }),
    element("small", { id: `option-${option}-wrong`, className: "wrong", attributes: { role: "alert" } }),
  );
}

async function change(field, input, refresh) {
  const value = field.input === "flag" ? input.checked : fromTyped(field, input.value);
  const wrong = byId(`option-${field.option}-wrong`);
  try {
    const settings = await ask("PATCH", "options", { [field.option]: value });
    wrong.textContent = "";
    input.removeAttribute("aria-invalid");
    input.value = toTyped(field.input, settings[field.option]);
    await tell(`${field.label}: changed.`, async () => {});
    refresh();
  } catch (error) {
    wrong.textContent = error.message;
    input.setAttribute("aria-invalid", "true");
  }
}

/** Leaves what was refused, and shows the value that holds. */
async function takeBack({ option, input: kind }, input, refresh) {
  if (input.getAttribute("aria-invalid") !== "true") return;
  byId(`option-${option}-wrong`).textContent = "";
  input.removeAttribute("aria-invalid");
  input.value = toTyped(kind, (await ask("GET", "options"))[option]);
  refresh();
}

/** What somebody types just now, or what was refused, is left to them. */
function show({ input: kind }, input, value) {
  if (document.activeElement === input || input.getAttribute("aria-invalid") === "true") return;
  if (kind === "flag") input.checked = value;
  else input.value = toTyped(kind, value);
}
