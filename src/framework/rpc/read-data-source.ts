import { ReadDataSource_Request, ReadDataSource_Response } from "../protocol/generated/tfplugin6";
import { fillDefaults, findChangedSetting, keepForms } from "../schema";
import { bugAt, fittingAndKnown, readGivenConfig, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** ReadDataSource: reads a data source. All values of the configuration are known. */
export const readDataSource: Rpc<ReadDataSource_Request, ReadDataSource_Response> = {
  name: "ReadDataSource",
  request: ReadDataSource_Request,
  response: ReadDataSource_Response,
  async handle(call) {
    const { server, request, diagnostics } = call;
    const source = server.dataSource(request.typeName);
    const { schema } = source;
    const given = readGivenConfig(call, schema, request.config);
    const config = fillDefaults(schema, given, given);
    const result = await runOperation(call, { operation: "read", schema, object: config }, (context) =>
      source.read({ ...context, config: config as never }),
    );
    if (diagnostics.hasErrors) return { state: undefined, deferred: undefined };
    const state = keepForms(schema, config, fittingAndKnown(schema, result, "state", "read"));
    const misfit = findChangedSetting(schema, config, state);
    if (misfit !== undefined) throw bugAt(misfit, "state", "read");
    return { state: writeObject(schema, state), deferred: undefined };
  },
};
