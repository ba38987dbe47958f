import { Diagnostics } from "../diagnostics";
import {
  type DynamicValue,
  ValidateActionConfig_Request,
  ValidateActionConfig_Response,
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response,
  ValidateEphemeralResourceConfig_Request,
  ValidateEphemeralResourceConfig_Response,
  ValidateListResourceConfig_Request,
  ValidateListResourceConfig_Response,
  ValidateProviderConfig_Request,
  ValidateProviderConfig_Response,
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
} from "../protocol/generated/tfplugin6";
import { deprecatedUses, type Schema, validateConfig } from "../schema";
import { inBlock } from "../value";
import type { CallContext } from "./call";
import { readConfig } from "./checked-value";
import type { Rpc } from "./rpc";

/** ValidateProviderConfig: the provider's own settings. */
export const validateProviderConfig: Rpc<ValidateProviderConfig_Request, ValidateProviderConfig_Response> = {
  name: "ValidateProviderConfig",
  request: ValidateProviderConfig_Request,
  response: ValidateProviderConfig_Response,
  handle: (call) => validate(call, call.server.provider, call.request.config),
};

/** ValidateResourceConfig: one resource block. Core sends it several times; early on, values may be unknown. */
export const validateResourceConfig: Rpc<ValidateResourceConfig_Request, ValidateResourceConfig_Response> = {
  name: "ValidateResourceConfig",
  request: ValidateResourceConfig_Request,
  response: ValidateResourceConfig_Response,
  handle(call) {
    const { typeName, config, clientCapabilities } = call.request;
    const writeOnlyAllowed = clientCapabilities?.writeOnlyAttributesAllowed ?? false;
    warnOfType(call, typeName, call.server.resource(typeName));
    return validate(call, call.server.resource(typeName), config, writeOnlyAllowed);
  },
};

/** ValidateDataResourceConfig: one data block. */
export const validateDataResourceConfig: Rpc<
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response
> = {
  name: "ValidateDataResourceConfig",
  request: ValidateDataResourceConfig_Request,
  response: ValidateDataResourceConfig_Response,
  handle(call) {
    const { typeName, config } = call.request;
    warnOfType(call, typeName, call.server.dataSource(typeName));
    return validate(call, call.server.dataSource(typeName), config);
  },
};

/** ValidateEphemeralResourceConfig: one ephemeral block. */
export const validateEphemeralResourceConfig: Rpc<
  ValidateEphemeralResourceConfig_Request,
  ValidateEphemeralResourceConfig_Response
> = {
  name: "ValidateEphemeralResourceConfig",
  request: ValidateEphemeralResourceConfig_Request,
  response: ValidateEphemeralResourceConfig_Response,
  handle(call) {
    const { typeName, config } = call.request;
    warnOfType(call, typeName, call.server.ephemeralResource(typeName));
    return validate(call, call.server.ephemeralResource(typeName), config);
  },
};

/** ValidateListResourceConfig: one list block. Core resolves paths from the block that contains `config`. */
export const validateListResourceConfig: Rpc<
  ValidateListResourceConfig_Request,
  ValidateListResourceConfig_Response
> = {
  name: "ValidateListResourceConfig",
  request: ValidateListResourceConfig_Request,
  response: ValidateListResourceConfig_Response,
  async handle(call) {
    const diagnostics = new Diagnostics();
    const { typeName, config } = call.request;
    await validate({ ...call, diagnostics }, call.server.listResource(typeName), config);
    for (const item of diagnostics.list) {
      call.diagnostics.add(
        item.path === undefined ? item : { ...item, path: [...inBlock("config"), ...item.path] },
      );
    }
    return {};
  },
};

/** ValidateActionConfig: one action block. */
export const validateActionConfig: Rpc<ValidateActionConfig_Request, ValidateActionConfig_Response> = {
  name: "ValidateActionConfig",
  request: ValidateActionConfig_Request,
  response: ValidateActionConfig_Response,
  handle(call) {
    const { actionType, config } = call.request;
    warnOfType(call, actionType, call.server.action(actionType));
    return validate(call, call.server.action(actionType), config, true);
  },
};

/** Warns that a type is deprecated. Core itself shows no deprecation of a whole type. */
function warnOfType({ diagnostics }: CallContext, typeName: string, { deprecated }: Validated): void {
  if (deprecated !== undefined) diagnostics.warning(`${typeName} is deprecated`, deprecated);
}

interface Validated {
  readonly deprecated?: string;
  readonly schema: Schema;
  validate?(context: { readonly config: never; readonly diagnostics: Diagnostics }): void;
}

async function validate(
  call: CallContext,
  definition: Validated,
  wire: DynamicValue | undefined,
  writeOnlyAllowed = false,
): Promise<object> {
  const { diagnostics } = call;
  const config = readConfig(call, definition.schema, wire);
  if (config === null) return {};
  diagnostics.add(...deprecatedUses(definition.schema, config));
  validateConfig(definition.schema, config, { writeOnlyAllowed }, diagnostics);
  // `validate` should be synchronous, but the compiler accepts an async one. Awaiting it keeps its late diagnostics.
  await definition.validate?.({ config: config as never, diagnostics });
  return {};
}
