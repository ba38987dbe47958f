import {
  GenerateResourceConfig_Request,
  GenerateResourceConfig_Response,
} from "../protocol/generated/tfplugin6";
import { generateConfig } from "../schema";
import { fittingAndKnown, readObject, withNulls, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";

/** GenerateResourceConfig: a configuration for an existing object. Core crashes if it is null or has unknown values. */
export const generateResourceConfig: Rpc<GenerateResourceConfig_Request, GenerateResourceConfig_Response> = {
  name: "GenerateResourceConfig",
  request: GenerateResourceConfig_Request,
  response: GenerateResourceConfig_Response,
  handle(call) {
    const resource = call.server.resource(call.request.typeName);
    const { schema } = resource;
    const state = readObject(call, schema, call.request.state);
    const written =
      state === null || resource.generateConfig === undefined
        ? generateConfig(schema, state)
        : resource.generateConfig(state as never);
    const config = fittingAndKnown(schema, withNulls(schema, written), "configuration", "generateConfig");
    return { config: writeObject(schema, config) };
  },
};
