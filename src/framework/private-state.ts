/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What a resource keeps beside its state, unseen by the user and readable in the state file: no secrets.
 * As long as nothing in it changes, core gets back the very bytes it gave us: other bytes count as drift
 * for `-refresh-only -detailed-exitcode`.
 */
export class PrivateState {
  #bytes: Uint8Array;
  #entries: Map<string, Json> | null = null;

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#bytes = bytes;
  }

  /** The value of a key, undefined where there is none. */
  get(key: string): Json | undefined {
    return this.#read().get(key);
  }

  /** Sets a key; the same value again changes nothing. */
  set(key: string, value: Json): void {
    const entries = this.#read();
    if (JSON.stringify(entries.get(key)) === JSON.stringify(value)) return;
    entries.set(key, value);
    this.#bytes = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  }

  /** Removes a key. */
  remove(key: string): void {
    if (this.#read().delete(key)) this.#bytes = Buffer.from(JSON.stringify(Object.fromEntries(this.#read())));
  }

  /** The form that core keeps. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  #read(): Map<string, Json> {
    this.#entries ??= parse(this.#bytes);
    return this.#entries;
  }
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
