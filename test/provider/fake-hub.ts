import type { Channel, ChannelRef, Client, HubClient, SignalsObject } from "../../src/client";
import { createSession, type Session } from "../../src/provider/session";

/** 2026-01-31, noon: what the fake clock says at first. */
export const NOON = Date.parse("2026-01-31T12:00:00.000Z");

/** A channel as most are: live, verified, without a flag. */
export function channel(id: string, parts: Partial<Channel> = {}): Channel {
  return {
    id,
    clientId: "exampleCL",
    clientName: "Example Coffee",
    status: "verified",
    hubStatus: "live",
    accountMode: "live",
    createdAt: "2024-03-01T09:00:00Z",
    terminatedAt: null,
    cancelledAt: null,
    appId: "100001",
    phoneNumber: "+4915550000001",
    phoneName: "Example",
    wabaAccountId: "exampleWA",
    wabaExternalId: "800000000000001",
    ctwaTracking: null,
    ctwaField: null,
    ctwaFieldMissing: false,
    ...parts,
  };
}

/** Overrides single methods of the fake client; each gets a look at the hub. */
export interface Behaviour {
  readonly find?: (id: string) => Promise<Channel | null>;
  readonly lookUp?: (id: string) => Promise<Channel | null>;
  readonly list?: Client["channels"]["list"];
  readonly all?: Client["channels"]["all"];
  readonly clients?: Partial<Client["clients"]>;
  readonly switchTo?: (enabled: boolean, ref: ChannelRef) => Promise<void>;
  readonly signals?: Partial<Client["signals"]>;
  readonly accessToken?: Client["accessToken"];
}

/** A hub in memory behind the client's interface, with the list of what was asked. */
export interface FakeHub {
  readonly channels: Map<string, Channel>;
  /** What was asked, such as `enable examplePA/exampleCL/exampleCH`. */
  readonly calls: string[];
  /** Milliseconds that were slept. */
  readonly waits: number[];
  now: number;
  behaviour: Behaviour;
  readonly session: Session;
}

/** Makes a hub with these channels and a provider that talks to it. */
export function fakeHub(
  channels: readonly Channel[],
  parts: {
    partnerId?: Session["partnerId"];
    ctwaStatusField?: string;
    maxDisablesPerRun?: number;
    behaviour?: Behaviour;
  } = {},
): FakeHub {
  const hub = {
    channels: new Map(channels.map((one) => [one.id, one])),
    calls: [] as string[],
    waits: [] as number[],
    now: NOON,
    behaviour: parts.behaviour ?? {},
  };
  const session = createSession({
    api: clientOf(hub),
    partnerId: parts.partnerId === undefined ? "examplePA" : parts.partnerId,
    ctwaStatusField: parts.ctwaStatusField ?? null,
    maxDisablesPerRun: parts.maxDisablesPerRun ?? null,
    clock: {
      now: () => hub.now,
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        hub.waits.push(milliseconds);
      },
    },
  });
  return Object.assign(hub, { session });
}

type Hub = Omit<FakeHub, "session">;

function clientOf(hub: Hub): Client {
  const get = (id: string) => hub.channels.get(id) ?? null;
  const switchTo = (enabled: boolean) => async (ref: ChannelRef) => {
    hub.calls.push(`${enabled ? "enable" : "disable"} ${ref.partnerId}/${ref.clientId}/${ref.channelId}`);
    if (hub.behaviour.switchTo !== undefined) return hub.behaviour.switchTo(enabled, ref);
    const found = get(ref.channelId);
    if (found !== null && found.ctwaField !== null) {
      hub.channels.set(found.id, { ...found, ctwaTracking: enabled });
    }
  };
  return {
    partnerId: null,
    accessToken: hub.behaviour.accessToken ?? none,
    channels: {
      find: async (partnerId, id) => {
        hub.calls.push(`find ${partnerId}/${id}`);
        return hub.behaviour.find === undefined ? get(id) : hub.behaviour.find(id);
      },
      lookUp: async (partnerId, id, call) => {
        call?.signal?.throwIfAborted();
        hub.calls.push(`lookUp ${partnerId}/${id}`);
        return hub.behaviour.lookUp === undefined ? get(id) : hub.behaviour.lookUp(id);
      },
      findMany: async (partnerId, ids) => {
        hub.calls.push(`findMany ${partnerId} ${ids.length}`);
        return askAll(ids, hub.behaviour.find ?? (async (id) => get(id)));
      },
      lookUpMany: async (partnerId, ids, call) => {
        call?.signal?.throwIfAborted();
        hub.calls.push(`lookUpMany ${partnerId} ${ids.length}`);
        return askAll(ids, hub.behaviour.lookUp ?? (async (id) => get(id)));
      },
      list: async (partnerId, filter, options) => {
        hub.calls.push(`list ${partnerId} ${JSON.stringify(filter)}`);
        return hub.behaviour.list?.(partnerId, filter, options) ?? [...hub.channels.values()];
      },
      all: async (partnerId, wanted, call) => {
        hub.calls.push(`all ${partnerId}`);
        const all = hub.behaviour.all?.(partnerId, wanted, call);
        return all ?? { rows: [...hub.channels.values()], exact: true };
      },
      stream: async function* (partnerId, { clientId }) {
        hub.calls.push(`stream ${partnerId}`);
        yield [...hub.channels.values()].filter((one) => clientId == null || one.clientId === clientId);
      },
      knownIds: () => [...hub.channels.keys()],
    },
    clients: {
      find: async (_, id) => hubClient(id),
      list: none,
      knownIds: () => [],
      ...hub.behaviour.clients,
    },
    ctwa: { enable: switchTo(true), disable: switchTo(false) },
    signals: {
      ...{ facebookAccounts: none, facebookAccount: none, ads: none, ad: none, keywordPostback: none },
      setKeywordPostback: none,
      ...hub.behaviour.signals,
    },
    usage: () => [],
    close: async () => {},
  };
}

async function askAll(ids: readonly string[], ask: (id: string) => Promise<Channel | null>) {
  const found = new Map<string, Channel | null>();
  for (const id of ids) found.set(id, await ask(id));
  return found;
}

/** A client of whom only the id is of interest. */
function hubClient(id: string): HubClient {
  return { id } as HubClient;
}

async function none(): Promise<never> {
  throw new Error("this fake has no answer to that");
}

/** An object of the Signals API. */
export function signalsObject(fields: Readonly<Record<string, unknown>>): SignalsObject {
  return { json: JSON.stringify(fields), fields };
}
