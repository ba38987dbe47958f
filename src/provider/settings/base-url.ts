import { checkBaseUrls, DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../client";
import type { Validator } from "../../framework";

/** A base URL of the Partner Hub API. The error names a URL that belongs to another API. */
export const hubBaseUrl: Validator<string> = (text) =>
  firstError(findings(text, "hub"), "signals_base_url", "hub_base_url");

/** A base URL of the Signals API. The error names a URL that belongs to another API. */
export const signalsBaseUrl: Validator<string> = (text) =>
  firstError(findings(text, "signals"), "hub_base_url", "signals_base_url");

/** Warnings about a valid URL that is unusual (another path, no encryption), as title and text. */
export function baseUrlWarnings(
  text: string,
  api: "hub" | "signals",
): readonly (readonly [string, string])[] {
  return findings(text, api)
    .filter(({ severity }) => severity === "warning")
    .map(({ kind, message }) => [
      kind === "insecure" ? "Requests are not encrypted" : "Unusual base URL",
      message,
    ]);
}

type Findings = ReturnType<typeof checkBaseUrls>;

function findings(text: string, api: "hub" | "signals"): Findings {
  if (api === "hub") {
    const all = checkBaseUrls({ hubBaseUrl: text, signalsBaseUrl: DEFAULT_SIGNALS_BASE_URL });
    return all.filter(({ setting }) => setting === "hubBaseUrl");
  }
  const all = checkBaseUrls({ hubBaseUrl: DEFAULT_HUB_BASE_URL, signalsBaseUrl: text });
  return all.filter(({ setting }) => setting === "signalsBaseUrl");
}

function firstError(found: Findings, other: string, own: string): string | undefined {
  const error = found.find(({ severity }) => severity === "error");
  if (error === undefined) return undefined;
  const advice =
    error.kind === "wrong_host"
      ? ` If that API is meant, set ${other}; leave ${own} out for the usual one.`
      : "";
  return `cannot be used. ${error.message}${advice}`;
}
