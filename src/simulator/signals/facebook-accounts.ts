import { type Call, type Handler, json, Refusal, signalsError } from "../routing";
import type { Client, World } from "../world";
import { signalsList } from "./list";

/**
 * GET /v1/clients/{client}/facebook-accounts: an empty list means that the client must attach one first.
 * The members' fields are documented nowhere: id and name.
 */
export const facebookAccounts: Handler = (world, call) => {
  const accounts = world.store.facebookAccountsOf(ownClient(world, call).id);
  return signalsList(
    accounts.map(({ id, name }) => ({ id, name })),
    world.settings,
  );
};

/**
 * GET /v1/clients/{client}/facebook-accounts/{account}: documented as the place to pick an ad account from,
 * hence `ad_accounts`, with the fields that an ad shows of its ad account.
 */
export const facebookAccount: Handler = (world, call) => {
  const accounts = world.store.facebookAccountsOf(ownClient(world, call).id);
  const account = accounts.find((one) => one.id === call.params["account"]);
  if (account === undefined) throw new Refusal(signalsError(404, "facebook account not found"));
  const { id, name, ad_accounts } = account;
  return json(200, { id, name, ad_accounts });
};

function ownClient(world: World, call: Call): Client {
  const client = world.store.client(call.params["client"] ?? "");
  if (client === undefined) throw new Refusal(signalsError(404, "client not found"));
  if (client.partner_id !== call.caller) throw new Refusal(signalsError(403, "forbidden"));
  return client;
}
