import type { Diagnostics } from "../diagnostics";
import {
  type DynamicValue,
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response,
  ValidateProviderConfig_Request,
  ValidateProviderConfig_Response,
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
} from "../protocol/generated/tfplugin6";
import { type Schema, validateConfig } from "../schema";
import { readObject } from "./checked-value";
import type { Rpc } from "./rpc";

/** ValidateProviderConfig: the provider's own settings. */
export const validateProviderConfig: Rpc<ValidateProviderConfig_Request, ValidateProviderConfig_Response> = {
  name: "ValidateProviderConfig",
  request: ValidateProviderConfig_Request,
  response: ValidateProviderConfig_Response,
  handle: ({ server, request, diagnostics }) => validate(server.provider, request.config, diagnostics),
};

/** ValidateResourceConfig: one resource block. Called several times, with values still unknown at first. */
export const validateResourceConfig: Rpc<ValidateResourceConfig_Request, ValidateResourceConfig_Response> = {
  name: "ValidateResourceConfig",
  request: ValidateResourceConfig_Request,
  response: ValidateResourceConfig_Response,
  handle({ server, request, diagnostics }) {
    const writeOnlyAllowed = request.clientCapabilities?.writeOnlyAttributesAllowed ?? false;
    return validate(server.resource(request.typeName), request.config, diagnostics, writeOnlyAllowed);
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
  handle: ({ server, request, diagnostics }) =>
    validate(server.dataSource(request.typeName), request.config, diagnostics),
};

interface Validated {
  readonly schema: Schema;
  validate?(context: { readonly config: never; readonly diagnostics: Diagnostics }): void;
}

function validate(
  definition: Validated,
  wire: DynamicValue | undefined,
  diagnostics: Diagnostics,
  writeOnlyAllowed = false,
): object {
  const config = readObject(definition.schema, wire);
  if (config === null) return {};
  validateConfig(definition.schema, config, { writeOnlyAllowed }, diagnostics);
  definition.validate?.({ config: config as never, diagnostics });
  return {};
}
