import { DiagnosticError } from "../diagnostics";
import { ConfigureProvider_Request, ConfigureProvider_Response } from "../protocol/generated/tfplugin6";
import { schemaType } from "../schema";
import { titles } from "../titles";
import { equal } from "../value";
import { readGivenConfig } from "./checked-value";
import type { Rpc } from "./rpc";

/** ConfigureProvider: makes the client. Core sends it once per graph walk, so it makes no request. */
export const configureProvider: Rpc<ConfigureProvider_Request, ConfigureProvider_Response> = {
  name: "ConfigureProvider",
  request: ConfigureProvider_Request,
  response: ConfigureProvider_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const { schema } = server.provider;
    const config = readGivenConfig(call, schema, request.config);
    if (server.isInUse && server.config !== null) {
      // Configuration during a running operation means that the host shares one connection between provider blocks.
      if (!equal(schemaType(schema), config, server.config)) throw configuredWhileInUse();
      return {};
    }
    server.useSettings(config);
    await server.useClient(null);
    const client = await server.provider.configure({
      config,
      diagnostics,
      terraformVersion: request.terraformVersion,
      log: server.log.hiding(server.settings),
    });
    if (!diagnostics.hasErrors) await server.useClient({ value: client });
    return {};
  },
};

function configuredWhileInUse(): DiagnosticError {
  return new DiagnosticError(
    titles.inUse,
    "Operations of another provider block, or of another run, still use this process with other settings, and all of them share one connection, so the process cannot tell them apart. Let Terraform start the provider (unset TF_REATTACH_PROVIDERS), or run one after the other.",
  );
}
