import { isJsonObject, type JsonObject, ownMember } from "../json";

/** What a channel object says about its CTWA tracking. */
export interface CtwaFlag {
  /** On or off, or null where nothing says so. */
  readonly tracking: boolean | null;
  /** Dotted path of the field that says it, or null. */
  readonly field: string | null;
  /** True when a field was named and this channel lacks it, or it is not a boolean. */
  readonly missing: boolean;
}

const NOTHING: CtwaFlag = { tracking: null, field: null, missing: false };

// No document names the field (docs.360dialog.com, "Signals API"): only a name that can mean nothing else counts.
const FLAG_NAME = /^(is_)?ctwa(_tracking)?(_enabled|_active)?$/;

/** Finds the flag: in the named field, or else in the only boolean that is called like it. */
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
