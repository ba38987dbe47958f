import { ConfigureProvider_Request, ConfigureProvider_Response } from "../protocol/generated/tfplugin6";
import { readGivenConfig } from "./checked-value";
import type { Rpc } from "./rpc";

/** ConfigureProvider: makes the client. Sent once per walk, so nothing is requested here. */
export const configureProvider: Rpc<ConfigureProvider_Request, ConfigureProvider_Response> = {
  name: "ConfigureProvider",
  request: ConfigureProvider_Request,
  response: ConfigureProvider_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const config = readGivenConfig(call, server.provider.schema, request.config);
    server.useSettings(config);
    await server.useClient(null);
    const client = await server.provider.configure({
      config,
      diagnostics,
      terraformVersion: request.terraformVersion,
      log: server.log,
    });
    if (!diagnostics.hasErrors) await server.useClient({ value: client });
    return {};
  },
};
