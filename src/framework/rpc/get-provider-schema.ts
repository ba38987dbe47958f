import { type Described, toSchemaMessage } from "../protocol";
import { GetProviderSchema_Request, GetProviderSchema_Response } from "../protocol/generated/tfplugin6";
import { functionMessages } from "./function-message";
import type { Rpc } from "./rpc";

/** GetProviderSchema: all schemas and functions, and the server's capabilities. */
export const getProviderSchema: Rpc<GetProviderSchema_Request, GetProviderSchema_Response> = {
  name: "GetProviderSchema",
  request: GetProviderSchema_Request,
  response: GetProviderSchema_Response,
  handle({ server }) {
    const { provider } = server;
    return {
      provider: toSchemaMessage({ schema: provider.schema, description: provider.description }),
      providerMeta: undefined,
      resourceSchemas: messages(server.resources),
      dataSourceSchemas: messages(server.dataSources),
      functions: functionMessages(server.functions),
      ephemeralResourceSchemas: messages(server.ephemeralResources),
      listResourceSchemas: messages(server.listResources),
      stateStoreSchemas: {},
      actionSchemas: Object.fromEntries(
        [...server.actions].map(([name, item]) => [name, { schema: toSchemaMessage(item) }]),
      ),
      serverCapabilities: {
        planDestroy: true,
        getProviderSchemaOptional: true,
        moveResourceState: true,
        generateResourceConfig: true,
      },
    };
  },
};

function messages(items: ReadonlyMap<string, Described>) {
  return Object.fromEntries([...items].map(([name, item]) => [name, toSchemaMessage(item)]));
}
