import { mayHoldEscapes, type SecretPatterns, secretPatterns } from "./patterns";

/** Removes secrets from texts that are shown. */
export interface Secrets {
  /** Remembers a secret, to be found in all forms in which a program may repeat it. */
  add(secret: string): void;
  /** Returns the text with every known secret replaced. */
  redact(text: string): string;
}

/** Options of {@link createSecrets}. */
export interface SecretsOptions {
  /** Stands in the place of a secret. @default "(redacted)" */
  readonly mark?: string;
  /** Called with each secret when it is added for the first time. */
  readonly onSecret?: ((secret: string) => void) | undefined;
}

/** Shorter secrets match by chance in any text, and redacting them would make it unreadable. */
export const SHORTEST_SECRET = 4;

/** Makes an empty set of secrets. Patterns are built when the first text has to be checked. */
export function createSecrets({ mark = "(redacted)", onSecret }: SecretsOptions = {}): Secrets {
  const known = new Set<string>();
  let patterns: readonly SecretPatterns[] | null = null;
  const marks = new RegExp(`(?:${mark.replace(/[()]/g, "\\$&")})+`, "g");
  return {
    add(secret) {
      if (secret.length < SHORTEST_SECRET || known.has(secret)) return;
      known.add(secret);
      patterns = null;
      onSecret?.(secret);
    },
    redact(text) {
      patterns ??= patternsOf(known);
      const kinds = mayHoldEscapes(text) ? (["escaped", "plain"] as const) : (["plain"] as const);
      const inOrder = patterns.flatMap((one) => kinds.flatMap((kind) => one[kind]));
      const redacted = inOrder.reduce((rest, pattern) => rest.replace(pattern, mark), text);
      // A long secret is matched piece by piece, so adjacent marks are merged.
      return redacted === text ? text : redacted.replace(marks, mark);
    },
  };
}

/**
 * The patterns of secrets, the longest secret first, since one may contain another. A secret counts with and without
 * its outer spaces: one from a file ends with a line end, which its user may have trimmed.
 */
function patternsOf(secrets: ReadonlySet<string>): readonly SecretPatterns[] {
  const texts = new Set([...secrets].flatMap((secret) => [secret, secret.trim()]));
  return [...texts]
    .filter((text) => text.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .map(secretPatterns);
}
