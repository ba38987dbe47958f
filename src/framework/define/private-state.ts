/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const NOTHING = new Uint8Array();

/**
 * Data that a resource stores besides its state. Terraform does not show it, but the state file holds it in readable
 * form, so it must not contain secrets. While no entry changes, core gets back exactly the bytes that it sent: other
 * bytes count as drift for `-refresh-only -detailed-exitcode`.
 */
export class PrivateState {
  readonly #given: Uint8Array;
  #entries: Map<string, Json> | null = null;
  /** The entries of the given bytes as text. Null until an entry is set or removed. */
  #before: string | null = null;

  constructor(bytes: Uint8Array = NOTHING) {
    this.#given = bytes;
  }

  /** The value of a key; undefined if the key is absent. */
  get(key: string): Json | undefined {
    return this.#read().get(key);
  }

  /** Sets a key. Setting an equal value changes nothing. */
  set(key: string, value: Json): void {
    this.#change().set(key, value);
  }

  /** Removes a key. */
  remove(key: string): void {
    this.#change().delete(key);
  }

  /** The encoded form that core stores. */
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

/** Encodes entries as text. Equal entries give equal text, regardless of the order in which they were set. */
function textOf(entries: ReadonlyMap<string, Json>): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

/** Decodes the entries. Bytes that we did not write, such as another provider's, count as empty. */
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
