import type { Client } from "../../client";
import { DiagnosticError } from "../../framework";
import { titles } from "../titles";

/** The error of a request whose settings are not known yet. */
export function settingsNotKnown(names: readonly string[]): DiagnosticError {
  const values = names.length === 1 ? "Its value comes" : "Their values come";
  const them = names.length === 1 ? "it is" : "they are";
  return new DiagnosticError(
    titles.settingsNotKnown,
    `The provider needs ${names.join(", ")} for requests to 360dialog. ${values} from an object that this apply creates, so ${them} not known at plan. Create that object first (for example with -target), or give the value by a variable or the environment.`,
  );
}

/** A client for a provider whose settings are not known yet: every request throws an error that names them. */
export function unreadyClient(names: readonly string[]): Client {
  const refuse = async (): Promise<never> => {
    throw settingsNotKnown(names);
  };
  return {
    partnerId: null,
    accessToken: refuse,
    channels: {
      find: refuse,
      lookUp: refuse,
      findMany: refuse,
      lookUpMany: refuse,
      list: refuse,
      all: refuse,
      stream: () => refusedStream(refuse),
      knownIds: () => [],
    },
    clients: { find: refuse, list: refuse, knownIds: () => [] },
    ctwa: { enable: refuse, disable: refuse },
    signals: {
      facebookAccounts: refuse,
      facebookAccount: refuse,
      ads: refuse,
      ad: refuse,
      keywordPostback: refuse,
      setKeywordPostback: refuse,
    },
    usage: () => [],
    close: async () => {},
  };
}

// The consumer gets the error when it asks for the first page.
// biome-ignore lint/correctness/useYield: there is nothing to yield
async function* refusedStream(refuse: () => Promise<never>): AsyncGenerator<never> {
  await refuse();
}
