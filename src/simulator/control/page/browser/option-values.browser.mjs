// How the value of an option is typed, by the input that its description names. The simulator checks the values.

/** A value as it is typed. */
export function toTyped(input, value) {
  if (value === null) return input === "body" ? "null" : "";
  if (input === "body") return typeof value === "string" ? value : JSON.stringify(value);
  if (input !== "rate") return String(value);
  return `${value.requests}/${value.seconds}${value.retryAfter ? "" : " no header"}`;
}

/** What was typed, as a value; the simulator refuses what it cannot use. */
export function fromTyped({ input, nullable, choices }, typed) {
  const text = typed.trim();
  if (text === "" && nullable) return null;
  if (input === "number") return text === "" ? 0 : Number(text);
  if (input === "choice") return choices.find((one) => String(one) === text) ?? text;
  if (input === "body") return tryJson(typed);
  return input === "rate" ? rateOf(text) : text;
}

function rateOf(text) {
  const [, requests, seconds, rest] = /^(\d+)\s*\/\s*([\d.]+)\s*s?\s*(no header)?$/.exec(text) ?? [];
  if (requests === undefined) return text;
  return { requests: Number(requests), seconds: Number(seconds), retryAfter: rest === undefined };
}

function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
