const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  "\u00b5s": 1e-3,
  "\u03bcs": 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** Parses a duration in the form of Go (`"24h"`, `"1h30m"`, `"1.5s"`) to milliseconds; undefined if it is invalid. */
export function tryParseDuration(text: string): number | undefined {
  let total = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (match === null) return undefined;
    total += Number(match[1]) * (MILLISECONDS[match[2] ?? ""] ?? Number.NaN);
  }
  return text === "" ? undefined : total;
}

/** Validator: a duration of more than zero. */
export function duration(value: string): string | undefined {
  const milliseconds = tryParseDuration(value);
  if (milliseconds !== undefined && milliseconds > 0) return undefined;
  return `must be a duration above zero, such as "30s", "10m", "24h" or "1h30m"; it is ${JSON.stringify(value)}.`;
}
