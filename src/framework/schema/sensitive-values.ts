import { createSecrets, type Secrets, SHORTEST_SECRET } from "../../secrets/secrets";
import { Dynamic, ExactNumber, isMap, isPlainObject, type ObjectValue, type Value } from "../value";
import type { Attribute, Schema } from "./describe/attribute";

const HIDDEN = "(sensitive value)";

/**
 * Hides the sensitive values of objects in texts for the user. The objects are searched only when a text has to be
 * checked.
 */
export class SensitiveValues {
  readonly #objects: (readonly [Schema, ObjectValue])[] = [];
  #hiding: Hiding | null = null;

  /** @param others further values to hide */
  constructor(readonly others: SensitiveValues | null = null) {}

  /** Adds an object whose sensitive values must be hidden. */
  note(schema: Schema, object: ObjectValue): void {
    this.#objects.push([schema, object]);
    this.#hiding = null;
  }

  /** Whether an attribute of this name is sensitive or write-only in the schema of one of these objects. */
  isSensitiveName(name: string): boolean {
    return (
      this.#objects.some(([schema]) => sensitiveNames(schema).has(name)) ||
      (this.others?.isSensitiveName(name) ?? false)
    );
  }

  /** The text with every sensitive value hidden. */
  hide(text: string): string {
    this.#hiding ??= hidingOf(
      this.#objects.flatMap(([schema, object]) => [...sensitiveTexts(schema, object)]),
    );
    const { secrets, words } = this.#hiding;
    const hidden = words.reduce((rest, word) => rest.replace(word, HIDDEN), secrets.redact(text));
    return this.others === null ? hidden : this.others.hide(hidden);
  }
}

const knownNames = new WeakMap<Schema, ReadonlySet<string>>();

function sensitiveNames(schema: Schema): ReadonlySet<string> {
  let names = knownNames.get(schema);
  if (names === undefined) {
    names = new Set(Object.entries(schema).flatMap(([name, attribute]) => namesWithin(name, attribute)));
    knownNames.set(schema, names);
  }
  return names;
}

function namesWithin(name: string, attribute: Attribute): readonly string[] {
  if (attribute.sensitive || attribute.writeOnly) return [name];
  return attribute.kind === "nested" ? [...sensitiveNames(attribute.attributes)] : [];
}

/** What finds the values in a text. */
interface Hiding {
  readonly secrets: Secrets;
  /** Short values, found only as whole words: `1` is part of many harmless numbers. */
  readonly words: readonly RegExp[];
}

function hidingOf(values: readonly string[]): Hiding {
  const secrets = createSecrets({ mark: HIDDEN });
  for (const value of values) secrets.add(value);
  const short = new Set(values.filter((value) => value.length > 0 && value.length < SHORTEST_SECRET));
  return { secrets, words: [...short].sort((a, b) => b.length - a.length).map(wholeWord) };
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<!\\w)${word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\w)`, "g");
}

function* sensitiveTexts(schema: Schema, object: ObjectValue): Generator<string> {
  for (const [name, attribute] of Object.entries(schema)) {
    const value = object[name] ?? null;
    if (attribute.sensitive || attribute.writeOnly) yield* textsOf(value);
    else if (attribute.kind === "nested") yield* nestedTexts(attribute, value);
  }
}

function* nestedTexts(attribute: Extract<Attribute, { kind: "nested" }>, value: Value): Generator<string> {
  for (const part of attribute.nesting === "single" ? [value] : partsOf(value)) {
    if (isPlainObject(part)) yield* sensitiveTexts(attribute.attributes, part);
  }
}

function* textsOf(value: Value): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number" || value instanceof ExactNumber) yield String(value);
  else for (const part of partsOf(value)) yield* textsOf(part);
}

/** The parts of a value, including the keys of a map, which can be as sensitive as its values. */
function partsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  if (isMap(value)) return [...value.keys(), ...value.values()];
  if (value instanceof Dynamic) return [value.value];
  return isPlainObject(value) ? Object.values(value) : [];
}
