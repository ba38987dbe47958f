import type { Client } from "../client";
import { settingsNotKnown } from "./settings-not-known";

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
