import type { Client } from "../../client";
import { DiagnosticError } from "../../framework";
import { titles } from "../titles";

/** What to say where 360dialog is to be asked before settings are known. */
export function settingsNotKnown(names: readonly string[]): DiagnosticError {
  const values = names.length === 1 ? "Its value comes" : "Their values come";
  const them = names.length === 1 ? "it is" : "they are";
  return new DiagnosticError(
    titles.settingsNotKnown,
    `To ask 360dialog, the provider needs ${names.join(", ")}. ${values} from something that is created in this same apply, so ${them} not known while planning. Create that first (for example with -target), or give the value in another way: a variable, or the environment.`,
  );
}

/** A client for a provider that cannot ask 360dialog anything yet: every request says why. */
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
