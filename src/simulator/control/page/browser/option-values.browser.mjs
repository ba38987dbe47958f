// How the value of an option is typed, by the input that its description names. The simulator reads and checks it.

/** A value as it is typed. */
export function toTyped(input, value) {
  if (value === null) return input === "body" ? "null" : "";
  if (input === "body") return typeof value === "string" ? value : JSON.stringify(value);
  if (input !== "rate") return String(value);
  const { requests, seconds, retryAfter } = value;
  const time = Number.isInteger(seconds) ? `${seconds}s` : `${seconds * 1000}ms`;
  return `${requests}/${time}${retryAfter ? "" : ",no-retry-after"}`;
}

/** What was typed, as a value or as a text that the simulator reads: "2s", "5/30s". */
export function fromTyped({ input, nullable, choices }, typed) {
  const text = typed.trim();
  if (text === "" && nullable) return null;
  if (input === "number") return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
  if (input === "choice") return choices.find((one) => String(one) === text) ?? text;
  return input === "body" ? tryJson(typed) : text;
}

function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
