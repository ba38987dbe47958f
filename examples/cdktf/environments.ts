/** One client of the partner, and what of it is tracked. */
export interface Client {
  readonly clientId: string;
  readonly channelIds: readonly string[];
  /** The channel whose ads are read, for a client that runs any. */
  readonly advertised?: string;
}

/** What differs between the places that this program is run for. */
export interface Environment {
  readonly partnerId: string;
  /** Whether destroying, say after a test, switches tracking off again. */
  readonly temporary: boolean;
  /** By a short name, which becomes part of every address. */
  readonly clients: Readonly<Record<string, Client>>;
  /** Numbers that somebody wrote down instead of an id, by a short name. */
  readonly phoneNumbers: Readonly<Record<string, string>>;
  /** Channels that come and go in great numbers, each group one object in the state, by a short name. */
  readonly fleets: Readonly<Record<string, readonly string[]>>;
}

const environments: Readonly<Record<string, Environment>> = {
  staging: {
    partnerId: "examplePA",
    temporary: true,
    clients: {
      coffee: {
        clientId: "exampleCL",
        channelIds: ["exampleCH", "berlinCH", "hamburgCH"],
        advertised: "exampleCH",
      },
      bakery: { clientId: "bakeryCL", channelIds: ["grazCH", "linzCH"] },
    },
    phoneNumbers: { rental: "+4915550000011" },
    fleets: { opticians: ["madridCH", "sevilleCH", "valenciaCH"] },
  },
  production: {
    partnerId: "examplePA",
    temporary: false,
    clients: {
      coffee: { clientId: "exampleCL", channelIds: ["munichCH"] },
      bakery: { clientId: "bakeryCL", channelIds: ["viennaCH"] },
      florist: { clientId: "floristCL", channelIds: ["parisCH", "lyonCH"] },
    },
    phoneNumbers: {},
    fleets: { rentals: ["utrechtCH", "rotterdamCH"] },
  },
};

/**
 * Finds an environment by its name.
 * @throws for a name that nobody has, with those that there are
 */
export function findEnvironment(name: string): Environment {
  const found = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (found !== undefined) return found;
  throw new Error(`There is no environment "${name}", only ${Object.keys(environments).join(" and ")}.`);
}
