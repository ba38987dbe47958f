/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const NOTHING = new Uint8Array();

/**
 * What a resource keeps beside its state, unseen by the user and readable in the state file: no secrets.
 * As long as nothing in it changes, core gets back the very bytes it gave us: other bytes count as drift
 * for `-refresh-only -detailed-exitcode`.
 */
export class PrivateState {
  readonly #given: Uint8Array;
  #entries: Map<string, Json> | null = null;
  /** The text of what was given; null until something is set or removed. */
  #before: string | null = null;

  constructor(bytes: Uint8Array = NOTHING) {
    this.#given = bytes;
  }

  /** The value of a key, undefined where there is none. */
  get(key: string): Json | undefined {
    return this.#read().get(key);
  }

  /** Sets a key; the same value again changes nothing. */
  set(key: string, value: Json): void {
    this.#change().set(key, value);
  }

  /** Removes a key. */
  remove(key: string): void {
    this.#change().delete(key);
  }

  /** The form that core keeps. */
  get bytes(): Uint8Array {
    if (this.#entries === null || this.#before === null) return this.#given;
    const text = textOf(this.#entries);
    if (text === this.#before) return this.#given;
    return this.#entries.size === 0 ? NOTHING : Buffer.from(text);
  }

  #read(): Map<string, Json> {
    this.#entries ??= parse(this.#given);
    return this.#entries;
  }

  #change(): Map<string, Json> {
    const entries = this.#read();
    this.#before ??= textOf(entries);
    return entries;
  }
}

/** The same text for the same entries, in whatever order they were set. */
function textOf(entries: ReadonlyMap<string, Json>): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

/** Bytes that we did not write (another version, another provider) count as nothing kept. */
function parse(bytes: Uint8Array): Map<string, Json> {
  if (bytes.length === 0) return new Map();
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? new Map(Object.entries(json as Record<string, Json>))
      : new Map();
  } catch {
    return new Map();
  }
}
