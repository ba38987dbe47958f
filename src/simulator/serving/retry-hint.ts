import type { Settings } from "../world";

/** The headers that tell a caller to come back after some seconds, in the form that the settings ask for. */
export function retryHint(seconds: number, now: number, settings: Settings): Record<string, string> {
  const at = simulatedTime(now, settings) + seconds * 1000;
  switch (settings.retryHint) {
    case "seconds":
      return { "retry-after": String(seconds) };
    case "date":
      return { "retry-after": new Date(at).toUTCString() };
    case "x-ratelimit-reset":
      return { "x-ratelimit-reset": String(seconds) };
    case "x-ratelimit-reset-epoch":
      return { "x-ratelimit-reset": String(Math.floor(at / 1000)) };
    case "ratelimit-reset":
      return { "ratelimit-reset": String(seconds) };
  }
}

/** The Date header, if the simulated clock differs from this machine's or a retry hint is a time. */
export function dateHeader(now: number, settings: Settings): Record<string, string> {
  const { clockSkew, retryHint: form } = settings;
  if (clockSkew === 0 && form !== "date" && form !== "x-ratelimit-reset-epoch") return {};
  return { date: new Date(simulatedTime(now, settings)).toUTCString() };
}

function simulatedTime(now: number, { clockSkew }: Settings): number {
  return now + clockSkew * 1000;
}
