import { PlanAction_Request, PlanAction_Response } from "../protocol/generated/tfplugin6";
import { fillDefaults } from "../schema";
import { readConfig, withNulls } from "./checked-value";
import type { Rpc } from "./rpc";
import { runOperation } from "./run-operation";

/** PlanAction: checks an action that an apply would invoke. Core sends it in every plan. It changes nothing. */
export const planAction: Rpc<PlanAction_Request, PlanAction_Response> = {
  name: "PlanAction",
  request: PlanAction_Request,
  response: PlanAction_Response,
  async handle(call) {
    const { server, request } = call;
    const action = server.action(request.actionType);
    const { schema } = action;
    // Core sends null if there is no config block.
    const given = readConfig(call, schema, request.config) ?? withNulls(schema, {});
    const object = fillDefaults(schema, given, given);
    const plan = action.plan?.bind(action);
    if (plan !== undefined && server.isConfigured) {
      await runOperation(call, { operation: "plan", schema, object }, (context) =>
        plan({ ...context, config: object as never }),
      );
    }
    return { deferred: undefined };
  },
};
