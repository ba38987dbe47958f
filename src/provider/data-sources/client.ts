import type { HubClient } from "../../client";
import { type Context, DiagnosticError, dataSource, isUnknown, type StateOf, string } from "../../framework";
import { suggestId } from "../channels";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { titles } from "../titles";
import { filled, optionalId } from "../validators";
import { clientAttributes, clientValues } from "./client-attributes";
import { includeJsonAttribute, partnerAttribute, readTimeouts } from "./data-attributes";
import { warnOfFewer } from "./fewer-rows";

const schema = {
  client_id: string({
    optional: true,
    computed: true,
    validate: [optionalId],
    description: "Id of the client, such as `exampleCL`; set either this or `name`.",
  }),
  name: string({
    optional: true,
    computed: true,
    validate: [filled],
    description: "Exact name of the client.",
  }),
  partner_id: partnerAttribute,
  include_json: includeJsonAttribute,
  ...clientAttributes,
  timeouts: readTimeouts,
};

type ReadContext = Context<Session> & { readonly config: StateOf<typeof schema> };

/** One client, found by its id or its name. */
export const client = dataSource<Session>()({
  type: "client",
  description: "One client of the partner, found by its id or its name.",
  schema,
  validate({ config, diagnostics }) {
    const { client_id: byId, name: byName } = config;
    if (isUnknown(byId) || isUnknown(byName) || (byId === null) !== (byName === null)) return;
    const advice = "Set either client_id or name, and not both.";
    if (byId === null) diagnostics.error("Missing client", advice);
    else diagnostics.error("Client named twice", advice, "name");
  },
  async read(context) {
    const { config } = context;
    const partnerId = partnerOf(config.partner_id, context.client);
    const matches = await findMatches(context, partnerId);
    const known = context.client.api.clients.knownIds(partnerId);
    const found = onlyMatch(matches, { partnerId, known }, config);
    return {
      client_id: found.id,
      name: found.name,
      partner_id: partnerId,
      include_json: config.include_json,
      timeouts: config.timeouts,
      ...clientValues(found),
    };
  },
});

async function findMatches(
  { config, client: session, signal, deadline, diagnostics }: ReadContext,
  partnerId: string,
): Promise<readonly HubClient[]> {
  const { clients } = session.api;
  const { client_id: clientId, name } = config;
  const withJson = config.include_json === true;
  if (clientId === null || withJson) {
    // Another client with this name may be among those that the hub does not list.
    const onFewer = clientId === null ? { onFewer: warnOfFewer(diagnostics, "clients") } : {};
    return clients.list(partnerId, { id: clientId, name }, { signal, deadline, withJson, ...onFewer });
  }
  const found = await clients.find(partnerId, clientId, { signal, deadline });
  return found === null ? [] : [found];
}

function onlyMatch(
  matches: readonly HubClient[],
  { partnerId, known }: { readonly partnerId: string; readonly known: readonly string[] },
  { client_id: clientId, name }: ReadContext["config"],
): HubClient {
  const [first, second] = matches;
  if (first !== undefined && second === undefined) return first;
  const [place, wanted] = clientId === null ? ["name", `named "${name}"`] : ["client_id", clientId];
  if (first === undefined) {
    throw new DiagnosticError(
      titles.clientNotFound,
      `The partner ${partnerId} has no client ${wanted}. Check it${clientId === null ? ", capital letters included," : ""} in the Partner Hub, and that partner_id is the partner who has the client.${suggestId(clientId ?? "", known)}`,
      place,
    );
  }
  throw new DiagnosticError(
    "More than one client",
    `The partner ${partnerId} has ${matches.length} clients ${wanted}: ${matches.map((match) => match.id).join(", ")}. Use client_id to name one of them.`,
    place,
  );
}
