import { checkSchema, hasDynamicElements, type Schema, type SchemaOwner } from "../schema";
import { formatPath } from "../value";
import { checkIdentity } from "./check-identity";
import type { ProviderFunction } from "./function";
import type { Provider } from "./provider";
import type { Resource } from "./resource";

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;
const ADDRESS = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * Lists what is wrong with a provider's definition: what core would refuse at load time, what no configuration could
 * use, and what this framework does not support. Each line names the place. Runs by itself in `testProvider`, in
 * `serveInProcess`, when a person starts the provider, and with TF_LOG; call it in a test of the provider too.
 */
export function checkProvider(provider: Provider): readonly string[] {
  const { name, address, description, schema, functions = [] } = provider;
  return [
    ...(/^[a-z0-9-]+$/.test(name)
      ? []
      : [`the provider has a name with other characters than a-z, 0-9 and -`]),
    ...(ADDRESS.test(address) ? [] : [`the provider's address is not of the form namespace/name`]),
    ...checkDescribed("the provider", { schema, description }, "provider"),
    ...checkPrefixes(provider),
    ...checkTypes("resource", provider.resources),
    ...provider.resources.flatMap(checkUpgrades),
    ...provider.resources.flatMap(checkIdentity),
    ...checkTypes("data source", provider.dataSources),
    ...checkTypes("ephemeral resource", provider.ephemeralResources ?? []),
    ...checkTypes("list resource", provider.listResources ?? []),
    ...(provider.listResources ?? []).flatMap(({ type }) => checkListed(type, provider.resources)),
    ...checkTypes("action", provider.actions ?? []),
    ...repeated(functions.map((one) => `function ${one.name}`)),
    ...functions.flatMap(checkFunction),
  ];
}

interface Described {
  readonly schema: Schema;
  readonly description: string;
}

/** The framework puts the provider's name before each type: `notes_note` would be `notes_notes_note`. */
function checkPrefixes(provider: Provider): string[] {
  const { name, resources, dataSources, ephemeralResources = [], actions = [] } = provider;
  return [...resources, ...dataSources, ...ephemeralResources, ...actions]
    .filter(({ type }) => type.startsWith(`${name}_`))
    .map(({ type }) => `the type ${type} repeats the name of the provider, which is put before it`);
}

/** An author who writes JavaScript can leave a description out. */
function isMissing(text: unknown): boolean {
  return typeof text !== "string" || text.trim() === "";
}

function checkTypes(owner: SchemaOwner, items: readonly (Described & { readonly type: string })[]): string[] {
  return [
    ...repeated(items.map(({ type }) => `${owner} ${type}`)),
    ...items.flatMap((item) => [
      ...checkName(`${owner} ${item.type}`, `x${item.type}`),
      ...checkDescribed(`${owner} ${item.type}`, item, owner),
    ]),
  ];
}

/** Core expects a managed resource of the same type name, and refers to listed objects by their identity. */
function checkListed(type: string, resources: readonly Resource<never>[]): string[] {
  const listed = resources.find((one) => one.type === type);
  if (listed === undefined) return [`list resource ${type} lists a resource that the provider does not have`];
  return listed.identity === undefined ? [`list resource ${type} lists a resource without an identity`] : [];
}

function checkDescribed(place: string, { schema, description }: Described, owner: SchemaOwner): string[] {
  const found = checkSchema(schema, owner).map(
    ({ path, problem }) => `${place}: ${formatPath(path)} ${problem}`,
  );
  return isMissing(description) ? [`${place} has no description`, ...found] : found;
}

function checkUpgrades({ type, version = 0, upgrades = {} }: Resource<never>): string[] {
  const late = Object.keys(upgrades).filter((found) => !(Number(found) < version));
  const missing = Array.from({ length: version }, (_, before) => before).filter((one) => !(one in upgrades));
  return [
    ...late.map(
      (found) => `resource ${type} upgrades from version ${found}, which is not before its own, ${version}`,
    ),
    ...missing.map(
      (one) => `resource ${type} is at version ${version} and has no upgrade from version ${one}`,
    ),
  ];
}

function checkFunction({ name, parameters, variadic, ...definition }: ProviderFunction): string[] {
  const place = `function ${name}`;
  const all = [
    ...Object.entries(parameters),
    ...(variadic ? [[variadic.name, variadic.parameter] as const] : []),
  ];
  const { summary, description, returns } = definition;
  return [
    ...checkName(place, name),
    ...(isMissing(summary) ? [`${place} has no summary`] : []),
    ...(isMissing(description) ? [`${place} has no description`] : []),
    ...(hasDynamicElements(returns) ? [`${place} returns ${DYNAMIC}`] : []),
    ...repeated(all.map(([own]) => `${place}: parameter ${own}`)),
    ...all.flatMap(([own, parameter]) => [
      ...checkName(`${place}: parameter ${own}`, own),
      ...(isMissing(parameter.description) ? [`${place}: parameter ${own} has no description`] : []),
      ...(hasDynamicElements(parameter.type) ? [`${place}: parameter ${own} is ${DYNAMIC}`] : []),
    ]),
  ];
}

const DYNAMIC = "dynamic within a collection, whose elements have to be of one type";

function checkName(place: string, name: string): string[] {
  return IDENTIFIER.test(name) ? [] : [`${place} has a name that no configuration can write`];
}

function repeated(places: readonly string[]): string[] {
  const twice = places.filter((place, index) => places.indexOf(place) !== index);
  return [...new Set(twice)].map((place) => `${place} is there more than once`);
}
