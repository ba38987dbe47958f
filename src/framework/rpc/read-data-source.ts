import { ReadDataSource_Request, ReadDataSource_Response } from "../protocol/generated/tfplugin6";
import { attributeType, fillDefaults, findResultMisfit, type Schema } from "../schema";
import { type Misfit, type ObjectValue, UNKNOWN } from "../value";
import { bugAt, fittingAndKnown, readGivenObject, writeObject } from "./checked-value";
import type { Rpc } from "./rpc";

/** ReadDataSource: reads once, with a configuration that is wholly known. */
export const readDataSource: Rpc<ReadDataSource_Request, ReadDataSource_Response> = {
  name: "ReadDataSource",
  request: ReadDataSource_Request,
  response: ReadDataSource_Response,
  async handle({ server, request, diagnostics, log }) {
    const source = server.dataSource(request.typeName);
    const { schema } = source;
    const given = readGivenObject(schema, request.config);
    const config = fillDefaults(schema, given, given);
    const context = {
      config: config as never,
      client: server.client,
      signal: server.stopSignal,
      diagnostics,
      log,
    };
    const state = fittingAndKnown(schema, await source.read(context), "state");
    const misfit = findChangedSetting(schema, config, state);
    if (misfit !== undefined) throw bugAt(misfit, "state");
    return { state: writeObject(schema, state), deferred: undefined };
  },
};

/** Core compares nothing here, yet a data block that shows other values than its own is nobody's wish. */
function findChangedSetting(schema: Schema, config: ObjectValue, state: ObjectValue): Misfit | undefined {
  for (const [name, attribute] of Object.entries(schema)) {
    const misfit = findResultMisfit(attributeType(attribute), config[name] ?? UNKNOWN, state[name] ?? null, [
      { attribute: name },
    ]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}
