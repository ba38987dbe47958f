import type { Channel, Client, ClientSettings } from "../../../src/client";

/** What a part of the contract may need beyond reading the hub. */
export type Need = "login" | "bearer" | "writes" | "keyword";

/** Somebody who answers, and how far: the simulator or the real API. */
export interface World {
  readonly name: string;
  /** Whether somebody has said that it is to be asked. */
  readonly wanted: boolean;
  /** Why nothing at all is asked of it; null where something is. */
  readonly closed: string | null;
  /** Why a need is not met; null where it is. */
  readonly lacks: Readonly<Record<Need, string | null>>;
  /** The channel to read, where one is named. */
  readonly channelId: string | undefined;
  /** The one channel that may be switched. */
  readonly switchedId: string | undefined;
  /** An ad of the channel to read, and a keyword of it whose conversions are reported somewhere. */
  readonly adId: string | undefined;
  readonly keywordId: string | undefined;
  open(): Promise<Opened>;
}

/** What leads a client to a world. */
export interface Opened {
  readonly settings: Pick<
    ClientSettings,
    "hubBaseUrl" | "signalsBaseUrl" | "credentials" | "ctwaStatusField"
  > & { readonly partnerId: string };
  close(): Promise<void>;
}

/** A world with a client in it. */
export interface Target {
  readonly world: World;
  readonly settings: Opened["settings"];
  readonly partnerId: string;
  /** Sends nothing but GET and the login. */
  readonly client: Client;
  /** A channel that exists, and its client's id. */
  readonly channel: Channel;
  readonly clientId: string;
  /** Another client in this world, with some settings of its own; closed with it. */
  another(settings: Partial<ClientSettings>): Client;
}
