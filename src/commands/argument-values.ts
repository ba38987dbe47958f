import type { RequestsPerWindow } from "../simulator";

/** A whole number, or undefined where the text is none. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A whole number from 1. */
export function countFromOne(text: string): number | undefined {
  return wholeNumber(text) || undefined;
}

/** A port; 0 stands for a free one. */
export function portNumber(text: string): number | undefined {
  const port = wholeNumber(text);
  return port !== undefined && port < 65_536 ? port : undefined;
}

/** Whole seconds above 0, from "90" or "5m". */
export function wholeSeconds(text: string): number | undefined {
  const found = seconds(text);
  return found !== undefined && Number.isInteger(found) ? found : undefined;
}

/** Seconds above 0, parts of one included, from "90", "500ms" or "5m". */
export function seconds(text: string): number | undefined {
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : duration(text);
  return ms ? ms / 1000 : undefined;
}

/** Milliseconds, from "200", "200ms" or "2s". */
export function milliseconds(text: string): number | undefined {
  return wholeNumber(text) ?? duration(text);
}

/** Requests per time, from "5/30s" or "5/30s,no-retry-after". */
export function rate(text: string): RequestsPerWindow | undefined {
  const match = /^([1-9]\d{0,8})\/([^,]+)(,no-retry-after)?$/.exec(text);
  const ms = duration(match?.[2] ?? "");
  if (match === null || !ms) return undefined;
  return { requests: Number(match[1]), seconds: ms / 1000, retryAfter: match[3] === undefined };
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function duration(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d{1,9})(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Number(count) * size;
}
