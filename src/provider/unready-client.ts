import type { Client } from "../client";
import { DiagnosticError } from "../framework";

/** A client for a provider that cannot ask 360dialog anything yet: every request says why. */
export function unreadyClient(names: readonly string[]): Client {
  const refuse = async (): Promise<never> => {
    throw new DiagnosticError(
      "Provider settings are not known yet",
      `To ask 360dialog, the provider needs ${names.join(", ")}. Its value comes from something that is created in this same apply, so it is not known while planning. Create that first (for example with -target), or give the value in another way: a variable, or the environment.`,
    );
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
    },
    clients: { find: refuse, list: refuse },
    ctwa: { enable: refuse, disable: refuse },
    signals: {
      facebookAccounts: refuse,
      facebookAccount: refuse,
      ads: refuse,
      ad: refuse,
      keywordPostback: refuse,
    },
    usage: () => [],
    close: async () => {},
  };
}
