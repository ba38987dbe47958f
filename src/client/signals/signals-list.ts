import { elementTexts, isJsonObject, type JsonObject, textIn } from "../json";

/** An object of the Signals API. Its fields are hardly documented, so the whole object is kept. */
export interface SignalsObject {
  /** The object's JSON as it was sent. */
  readonly json: string;
  readonly fields: JsonObject;
}

/** The decoded list, or the problem that makes an answer unusable as a list. */
export type SignalsList =
  | { readonly objects: readonly SignalsObject[]; readonly problem: null }
  | { readonly objects: null; readonly problem: string };

/** Decodes a list: a bare array, or an object with exactly one array in it, since the envelope is not documented. */
export function readSignalsList(body: unknown, text: string): SignalsList {
  const found = Array.isArray(body) ? { name: null, rows: body as unknown[] } : onlyArray(body);
  if (found === null)
    return { objects: null, problem: "it is neither a list nor an object with exactly one list in it" };
  if (!found.rows.every(isJsonObject))
    return { objects: null, problem: "its list holds something that is no object" };
  const texts = elementTexts(text, found.name);
  const objects = found.rows.map((fields, index) => ({
    json: texts[index] ?? JSON.stringify(fields),
    fields,
  }));
  return { objects, problem: null };
}

/** The key that distinguishes objects: the id, or else the whole object. */
export function identityOf(object: SignalsObject): string {
  const id = textIn(object.fields, "id");
  return id === null ? `json:${object.json}` : `id:${id}`;
}

function onlyArray(body: unknown): { name: string; rows: unknown[] } | null {
  if (!isJsonObject(body)) return null;
  const arrays = Object.entries(body).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  const only = arrays[0];
  return only !== undefined && arrays.length === 1 ? { name: only[0], rows: only[1] } : null;
}
