import { isJsonObject, type JsonObject, ownMember } from "../json";

/** What a channel object says about its CTWA tracking. */
export interface CtwaFlag {
  /** On or off; null if no field reports it. */
  readonly tracking: boolean | null;
  /** Dotted path of the field that reports it; null if none does. */
  readonly field: string | null;
  /** True if a field was named and this channel lacks it, or its value is not a boolean. */
  readonly missing: boolean;
}

const NOTHING: CtwaFlag = { tracking: null, field: null, missing: false };

// No document names the field (docs.360dialog.com, "Signals API"). Only unambiguous names are accepted.
const FLAG_NAME = /^(is_)?ctwa(_tracking)?(_enabled|_active)?$/;

/** Finds the flag in the named field, or else in the only boolean whose name matches FLAG_NAME. */
export function findCtwaFlag(channel: JsonObject, field: string | null): CtwaFlag {
  if (field !== null) {
    const value = valueAt(channel, field.split("."));
    return typeof value === "boolean"
      ? { tracking: value, field, missing: false }
      : { ...NOTHING, missing: true };
  }
  const found = candidates(channel);
  const only = found[0];
  return only !== undefined && found.length === 1 ? only : NOTHING;
}

function valueAt(channel: JsonObject, path: readonly string[]): unknown {
  let value: unknown = channel;
  for (const name of path) value = isJsonObject(value) ? ownMember(value, name) : undefined;
  return value;
}

function candidates(channel: JsonObject): CtwaFlag[] {
  const found = flagsOf(channel, "");
  for (const name of Object.keys(channel)) {
    const member = channel[name];
    if (isJsonObject(member)) found.push(...flagsOf(member, `${name}.`));
  }
  return found;
}

function flagsOf(object: JsonObject, prefix: string): CtwaFlag[] {
  const found: CtwaFlag[] = [];
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (typeof value !== "boolean" || !FLAG_NAME.test(name)) continue;
    found.push({ tracking: value, field: prefix + name, missing: false });
  }
  return found;
}
