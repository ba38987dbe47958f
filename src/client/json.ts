/** A JSON object whose members are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member if it is an object, else an empty one. */
export function objectIn(value: JsonObject, name: string): JsonObject {
  const member = ownMember(value, name);
  return isJsonObject(member) ? member : {};
}

/** The member as text: strings that are not empty, and whole numbers, which some APIs use for ids; else null. */
export function textIn(value: JsonObject, name: string): string | null {
  const member = ownMember(value, name);
  if (typeof member === "string") return member === "" ? null : member;
  return Number.isSafeInteger(member) ? String(member) : null;
}

/** The member as a count, of which text may hold one too; else null. */
export function countIn(value: JsonObject, name: string): number | null {
  const member = ownMember(value, name);
  const count = typeof member === "string" && /^\d+$/.test(member) ? Number(member) : member;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** A member that is the object's own: "constructor" and its like are ordinary names in JSON. */
export function ownMember(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
