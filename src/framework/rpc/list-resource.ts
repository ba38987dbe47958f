import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import { ListResource_Event, ListResource_Request } from "../protocol/generated/tfplugin6";
import { fillDefaults } from "../schema";
import { titles } from "../titles";
import type { Call } from "./call";
import { fittingAndKnown, readConfig, withNulls, writeObject } from "./checked-value";
import { checkIdentity, identityOf, writeIdentity } from "./identity";
import { streamOperation } from "./run-operation";
import type { StreamRpc } from "./stream-rpc";

/**
 * ListResource: sends one event for each existing object, up to core's limit. Diagnostics follow in a separate, last
 * event: core skips results that have no identity once it has seen a warning.
 */
export const listResource: StreamRpc<ListResource_Request, ListResource_Event> = {
  name: "ListResource",
  request: ListResource_Request,
  event: ListResource_Event,
  async *handle(call) {
    const { server, request, diagnostics, signal } = call;
    const list = server.listResource(request.typeName);
    const given = readConfig(call, list.schema, request.config) ?? noConfig(list.schema);
    const config = fillDefaults(list.schema, given, given);
    const limit = Number(request.limit);
    const asked = { config: config as never, limit, includeResource: request.includeResourceObject };
    if (limit < 1) return;
    let sent = 0;
    const operated = { operation: "list", schema: list.schema, object: config } as const;
    const found = streamOperation(call, operated, (context) => list.list({ ...context, ...asked }));
    for await (const { displayName, object } of found) {
      if (diagnostics.hasErrors || signal.aborted) break;
      yield eventOf(call, server.resource(request.typeName), displayName, object);
      sent += 1;
      if (sent === limit) return;
    }
    // The error tells core that the list is incomplete: core takes a stream without an error for the whole list.
    if (signal.aborted) throw stopped();
  },
  last: (messages) =>
    messages.length === 0 ? undefined : { ...ListResource_Event.create(), diagnostic: messages },
};

function eventOf(
  { request }: Call<ListResource_Request>,
  resource: Resource<never>,
  displayName: string,
  found: object,
): ListResource_Event {
  const { schema } = resource;
  const object = fittingAndKnown(schema, withNulls(schema, found), "list result", "list");
  const identity = identityOf(resource, object);
  checkIdentity(resource, null, identity);
  return {
    identity: writeIdentity(resource, identity),
    displayName,
    resourceObject: request.includeResourceObject ? writeObject(schema, object) : undefined,
    diagnostic: [],
  };
}

function stopped(): DiagnosticError {
  return new DiagnosticError(
    titles.stopped,
    "Terraform asked the provider to stop before everything was listed. Run the query again for the whole list.",
  );
}

const noConfig = (schema: Parameters<typeof withNulls>[0]) => withNulls(schema, {});
