import { spellings } from "./spellings";

/** Takes what must never be shown out of texts that are. */
export interface Secrets {
  /** Remembers a secret, in the forms in which an API may repeat it. */
  add(secret: string): void;
  /** The text with every known secret replaced. */
  redact(text: string): string;
}

// Shorter ones occur by chance in every text; taking them out would only make it unreadable.
const SHORTEST = 4;

/** An empty set of secrets; `onSecret` is told each one that is added. */
export function createSecrets(onSecret?: (secret: string) => void): Secrets {
  const known = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    add(secret) {
      if (secret.length < SHORTEST || known.has(secret)) return;
      for (const form of spellings(secret)) known.add(form);
      // A secret may hold another one.
      longestFirst = [...known].sort((a, b) => b.length - a.length);
      onSecret?.(secret);
    },
    redact: (text) => longestFirst.reduce((rest, secret) => rest.replaceAll(secret, "(redacted)"), text),
  };
}
