// The schema of a provider as `terraform providers schema -json` writes it, as far as pages and bindings read it.

/** A type: a name, or a collection with what it holds. */
export type Type =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", Type]
  | readonly ["object", Readonly<Record<string, Type>>]
  | readonly ["tuple", readonly Type[]];

/** Attributes and blocks. */
export interface Block {
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly deprecation_message?: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

/** A block within a block. */
export interface NestedBlock {
  readonly nesting_mode: "single" | "group" | "list" | "set" | "map";
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** An attribute; pages also show a block within a block in this form. */
export interface Attribute {
  readonly type?: Type;
  readonly nested_type?: {
    readonly nesting_mode: "single" | "list" | "set" | "map";
    readonly attributes: Readonly<Record<string, Attribute>>;
  };
  readonly nested_block?: NestedBlock;
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly optional?: boolean | undefined;
  readonly computed?: boolean | undefined;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean | undefined;
  readonly deprecation_message?: string | undefined;
  readonly write_only?: boolean;
}

/** A parameter of a function. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly description?: string;
  readonly is_nullable?: boolean;
}

/** How a function is called. */
export interface Signature {
  readonly summary: string;
  readonly description: string;
  readonly return_type: Type;
  readonly parameters?: readonly Parameter[];
  readonly variadic_parameter?: Parameter;
}

/** The schemas of one kind, by type. */
export type Schemas = Readonly<Record<string, { readonly block: Block }>>;

/** All schemas of a provider. */
export interface ProviderSchema {
  readonly provider: { readonly block: Block };
  readonly resource_schemas?: Schemas;
  readonly data_source_schemas?: Schemas;
  readonly ephemeral_resource_schemas?: Schemas;
  readonly list_resource_schemas?: Schemas;
  readonly action_schemas?: Schemas;
  readonly functions?: Readonly<Record<string, Signature>>;
}
