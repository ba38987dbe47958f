import { type ChannelFilter, channelFilters, type FilterEntry, type FilterName } from "../../client";
import { bool, oneOf, type StateOf, string } from "../../framework";
import { filled, optionalId, phoneNumber, time } from "../validators";

const flag = (description: string) => bool({ optional: true, description });

function text({ kind, words }: FilterEntry, description: string) {
  const check = {
    id: optionalId,
    phone: phoneNumber,
    from: time,
    to: time,
    text: filled,
    email: filled,
    flag: filled,
  };
  return string({
    optional: true,
    validate: [words === undefined ? check[kind] : oneOf(...words)],
    description,
  });
}

/** The attribute of a filter: `client_id` for clientId. */
type Attribute<S extends string> = S extends `${infer First}${infer Rest}`
  ? First extends Uppercase<First>
    ? `_${Lowercase<First>}${Attribute<Rest>}`
    : `${First}${Attribute<Rest>}`
  : S;

type Attributes = {
  readonly [N in FilterName as Attribute<N>]: (typeof channelFilters)[N]["kind"] extends "flag"
    ? ReturnType<typeof flag>
    : ReturnType<typeof text>;
};

const names = Object.keys(channelFilters) as FilterName[];

/** An optional attribute for each filter of the channel list. */
export const filterAttributes = Object.fromEntries(
  names.map((name) => {
    const entry: FilterEntry = channelFilters[name];
    const description = `Only channels ${entry.selects}. ${whoFilters(entry)}`;
    return [attributeOf(name), entry.kind === "flag" ? flag(description) : text(entry, description)];
  }),
) as Attributes;

/** The filter in the form of the API client. */
export function channelFilter(config: StateOf<Attributes>): ChannelFilter {
  const values = config as Readonly<Record<string, string | boolean | null>>;
  return Object.fromEntries(names.map((name) => [name, values[attributeOf(name)]]));
}

function attributeOf(name: FilterName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function whoFilters({ hubFilter, isShown }: FilterEntry): string {
  if (hubFilter === null) return "Filtered by the provider, which reads all channels.";
  return isShown
    ? "Filtered by the hub, and checked by the provider if the hub's rows show it."
    : "Filtered by the hub only.";
}
