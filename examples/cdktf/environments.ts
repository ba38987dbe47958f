/** One client of the partner, and its tracked channels. */
export interface Client {
  readonly clientId: string;
  readonly channelIds: readonly string[];
  /** The channel whose ads are read, if the client runs any. */
  readonly advertised?: string;
}

/** What differs between environments. */
export interface Environment {
  readonly partnerId: string;
  /** Whether destroy switches tracking off. */
  readonly temporary: boolean;
  /** Clients by a short name, which becomes part of every address. */
  readonly clients: Readonly<Record<string, Client>>;
  /** Channels that are known by their phone number instead of their id, by a short name. */
  readonly phoneNumbers: Readonly<Record<string, string>>;
  /** Groups of many channels, by a short name. Each group is one object in the state. */
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
 * @throws for an unknown name, naming the known ones
 */
export function findEnvironment(name: string): Environment {
  const found = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (found !== undefined) return found;
  throw new Error(`There is no environment "${name}", only ${Object.keys(environments).join(" and ")}.`);
}
