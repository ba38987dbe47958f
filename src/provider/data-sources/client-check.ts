import { type Context, DiagnosticError } from "../../framework";
import { suggestId } from "../channels";
import type { Session } from "../session";
import { titles } from "../titles";

type Asker = Pick<Context<Session>, "client" | "signal" | "deadline">;

/** Clients that a data source filters by. */
export interface NamedClients {
  readonly partnerId: string;
  readonly clientIds: readonly string[];
  /** The attribute that names them. */
  readonly attribute: string;
}

/**
 * Refuses clients that the partner does not have. Otherwise a mistyped client would look like one without channels,
 * and a `for_each` over the result would destroy its objects.
 * @throws DiagnosticError at the attribute that names them
 */
export async function requireClients(
  { client: session, signal, deadline }: Asker,
  { partnerId, clientIds, attribute }: NamedClients,
): Promise<void> {
  const call = { signal, deadline };
  const found = await Promise.all(clientIds.map((id) => session.api.clients.find(partnerId, id, call)));
  const unknown = clientIds.filter((_, index) => found[index] === null);
  if (unknown.length === 0) return;
  const known = session.api.clients.knownIds(partnerId);
  const hints = unknown.map((id) => suggestId(id, known)).join("");
  throw new DiagnosticError(
    titles.clientNotFound,
    `The partner ${partnerId} has no client ${unknown.join(", ")}. Check the id in the Partner Hub, and that partner_id is the partner who has the client.${hints} If the client may be missing on purpose, set allow_empty = true, which gives an empty result.`,
    attribute,
  );
}
