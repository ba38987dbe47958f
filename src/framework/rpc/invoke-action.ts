import { DiagnosticError } from "../diagnostics";
import { InvokeAction_Event, InvokeAction_Request } from "../protocol/generated/tfplugin6";
import { fillDefaults } from "../schema";
import { titles } from "../titles";
import { readConfig, withNulls } from "./checked-value";
import { streamOperation } from "./run-operation";
import type { StreamRpc } from "./stream-rpc";

/**
 * InvokeAction: sends progress events, then exactly one `completed` event with all diagnostics. After StopProvider it
 * sends no more progress: Terraform up to 1.15 crashes at the second event after a stop.
 */
export const invokeAction: StreamRpc<InvokeAction_Request, InvokeAction_Event> = {
  name: "InvokeAction",
  request: InvokeAction_Request,
  event: InvokeAction_Event,
  async *handle(call) {
    const { server, request, signal, log, sensitive } = call;
    server.note("applied");
    const action = server.action(request.actionType);
    const { schema } = action;
    // Core sends null if there is no config block.
    const given = readConfig(call, schema, request.config) ?? withNulls(schema, {});
    const object = fillDefaults(schema, given, given);
    const operated = { operation: "invoke", schema, object } as const;
    const progress = streamOperation(call, operated, (context) =>
      action.invoke({ ...context, config: object as never }),
    );
    for await (const text of progress) {
      if (signal.aborted) break;
      yield { progress: { message: log.hide(sensitive.hide(text)) }, completed: undefined };
    }
    if (signal.aborted) throw stopped();
  },
  last: (diagnostics) => ({ progress: undefined, completed: { diagnostics } }),
};

function stopped(): DiagnosticError {
  return new DiagnosticError(
    titles.stopped,
    "Terraform asked the provider to stop before the action was finished. The progress before this error says how far it came; invoke it again to do the rest.",
  );
}
