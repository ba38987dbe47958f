import { type Attribute, attributeType, type BlockAttribute, isBlock, type Schema } from "../schema";
import { typeToJson } from "../value";
import type { Parameter, ProviderFunction } from "./function";
import type { Identity } from "./identity";
import type { Provider } from "./provider";
import type { Resource } from "./resource";

/**
 * Returns one provider's part of the output of `terraform providers schema -json`, without running Terraform. Registry
 * pages and bindings are generated from it.
 */
export function providerSchemaJson(provider: Provider): object {
  return {
    provider: schemaJson({ schema: provider.schema, description: provider.description }),
    resource_schemas: byName(provider.name, provider.resources),
    resource_identity_schemas: identitiesJson(provider),
    data_source_schemas: byName(provider.name, provider.dataSources),
    ephemeral_resource_schemas: byName(provider.name, provider.ephemeralResources ?? []),
    list_resource_schemas: byName(provider.name, provider.listResources ?? []),
    action_schemas: actionsJson(provider),
    functions: Object.fromEntries((provider.functions ?? []).map((one) => [one.name, functionJson(one)])),
  };
}

function identitiesJson({ name, resources }: Provider): object {
  return Object.fromEntries(
    resources.flatMap((one) =>
      one.identity === undefined ? [] : [[`${name}_${one.type}`, identityJson(one, one.identity)]],
    ),
  );
}

function identityJson({ schema, identityVersion = 0 }: Resource<never>, identity: Identity): object {
  const attributes = Object.entries(identity).map(([name, presence]) => {
    const attribute = schema[name] as Attribute;
    const { description } = attribute;
    return [
      name,
      { type: typeToJson(attributeType(attribute)), description, [`${presence}_for_import`]: true },
    ];
  });
  return { version: identityVersion, attributes: Object.fromEntries(attributes) };
}

/** Core prints no version for an action, because no state of an action exists. */
function actionsJson({ name, actions = [] }: Provider): object {
  return Object.fromEntries(
    actions.map(({ type, schema, description, deprecated }) => [
      `${name}_${type}`,
      { block: blockJson(schema, description, deprecated ?? null) },
    ]),
  );
}

function functionJson({ parameters, variadic, ...definition }: ProviderFunction): object {
  const { summary, description, deprecated, returns } = definition;
  const listed = Object.entries(parameters).map(([name, one]) => parameterJson(name, one));
  return {
    description,
    summary,
    ...(deprecated !== undefined && { deprecation_message: deprecated }),
    return_type: typeToJson(returns),
    ...(listed.length > 0 && { parameters: listed }),
    ...(variadic !== undefined && { variadic_parameter: parameterJson(variadic.name, variadic.parameter) }),
  };
}

function parameterJson(name: string, { type, description, nullable }: Parameter): object {
  return { name, description, ...(nullable && { is_nullable: true }), type: typeToJson(type) };
}

interface Described {
  readonly schema: Schema;
  readonly description: string;
  readonly deprecated?: string;
  readonly version?: number;
}

function byName(prefix: string, items: readonly (Described & { readonly type: string })[]): object {
  return Object.fromEntries(items.map((item) => [`${prefix}_${item.type}`, schemaJson(item)]));
}

function schemaJson({ schema, description, deprecated, version }: Described): object {
  return { version: version ?? 0, block: blockJson(schema, description, deprecated ?? null) };
}

function blockJson(schema: Schema, description: string, deprecated: string | null): object {
  const blocks = Object.entries(schema).flatMap(([name, attribute]) =>
    isBlock(attribute) ? [[name, nestedBlockJson(attribute)] as const] : [],
  );
  return {
    attributes: attributesJson(schema),
    ...(blocks.length > 0 && { block_types: Object.fromEntries(blocks) }),
    description,
    description_kind: "markdown",
    ...(deprecated !== null && { deprecated: true, deprecation_message: deprecated }),
  };
}

function nestedBlockJson({ attributes, description, deprecated, nesting, block }: BlockAttribute): object {
  return {
    nesting_mode: block.group ? "group" : nesting,
    block: blockJson(attributes, description, deprecated),
    ...(block.min > 0 && { min_items: block.min }),
    ...(block.max > 0 && { max_items: block.max }),
  };
}

function attributesJson(schema: Schema): object {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, attribute]) =>
      isBlock(attribute) ? [] : [[name, attributeJson(attribute)] as const],
    ),
  );
}

function attributeJson(attribute: Attribute): object {
  const { presence, description, sensitive, writeOnly, deprecated } = attribute;
  return {
    ...(attribute.kind === "typed"
      ? { type: typeToJson(attribute.type) }
      : {
          nested_type: { attributes: attributesJson(attribute.attributes), nesting_mode: attribute.nesting },
        }),
    description,
    description_kind: "markdown",
    ...(presence === "required" && { required: true }),
    ...((presence === "optional" || presence === "optionalComputed") && { optional: true }),
    ...((presence === "computed" || presence === "optionalComputed") && { computed: true }),
    ...(sensitive && { sensitive }),
    ...(writeOnly && { write_only: writeOnly }),
    ...(deprecated !== null && { deprecated: true, deprecation_message: deprecated }),
  };
}
