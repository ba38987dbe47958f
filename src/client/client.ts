import {
  type AccessToken,
  chooseCredentials,
  createLogin,
  getAccessToken,
  type Login,
  type User,
} from "./auth";
import { type Call, type CallLimits, withLimits } from "./call";
import { type ApiParts, createCallApi } from "./call-api";
import { type Clock, systemClock } from "./clock";
import { createHosts } from "./host";
import {
  createTransport,
  createUsageCounter,
  type EndpointUsage,
  onlyReading,
  type Transport,
  type UsageCounter,
} from "./http";
import type { Channel, ChannelFilter, FoundChannels } from "./hub";
import {
  CHANNELS,
  type ChannelRef,
  CLIENTS,
  type ClientFilter,
  channelDecoder,
  createFetchPage,
  createPageSize,
  createSnapshots,
  decodeClient,
  type HubClient,
  type SwitchAction,
  searchChannels,
  searchClients,
  switchCtwa,
  type Whole,
} from "./hub";
import { createSend } from "./request";
import { createSecrets } from "./secrets";
import type { ClientSettings } from "./settings";
import type { SignalsObject } from "./signals";
import { getAd, getFacebookAccount, getKeywordPostback, listAds, listFacebookAccounts } from "./signals";

/** How a list is read. */
export interface ListOptions extends Call {
  /** Whether each row's object comes along as text. @default false */
  readonly withJson?: boolean;
  /** Told where the hub counts more rows than it lists, as where it counts rows that it hides. */
  readonly onFewer?: ((listed: number, counted: number) => void) | undefined;
}

/** How a whole list is read. */
export interface AllOptions extends Omit<ListOptions, "withJson"> {
  /**
   * Whether rows may be missing where channels come and go each time the list is read: then `exact` is false. For
   * callers who say so to the user; else that is an error. @default false
   */
  readonly mayLack?: boolean;
}

/** 360dialog for one partner's user: each call throws a `Dialog360Error` when it fails. */
export interface Client {
  readonly partnerId: string | null;
  /** A bearer token that serves at least so long, where one can be had. */
  accessToken(remainingMs: number, call?: Call): Promise<AccessToken>;
  readonly channels: {
    /** One channel, answered from a list that all callers share; null only where its absence was confirmed. */
    find(partnerId: string, channelId: string, call?: Call): Promise<Channel | null>;
    /** One channel, asked for now. */
    lookUp(partnerId: string, channelId: string, call?: Call): Promise<Channel | null>;
    /** Many channels by id, from the same list, read to its end where looking each of them up would cost more. */
    findMany(partnerId: string, channelIds: readonly string[], call?: Call): Promise<FoundChannels>;
    /** Many channels by id, asked for now: one page for each 1,000 channels of the partner at most. */
    lookUpMany(partnerId: string, channelIds: readonly string[], call?: Call): Promise<FoundChannels>;
    /** All channels that match, by id. */
    list(partnerId: string, filter: ChannelFilter, options?: ListOptions): Promise<Channel[]>;
    /** All channels, by id, from the list that all callers share. @param wanted those that matter most, should the list move while it is read */
    all(partnerId: string, wanted: readonly string[], options?: AllOptions): Promise<Whole<Channel>>;
    /** Ids of the channels that are known so far; nothing is requested. */
    knownIds(partnerId: string): readonly string[];
  };
  readonly clients: {
    /** One client, answered from a list that all callers share; null only where its absence was confirmed. */
    find(partnerId: string, clientId: string, call?: Call): Promise<HubClient | null>;
    /** All clients that match, by id. */
    list(partnerId: string, filter: ClientFilter, options?: ListOptions): Promise<HubClient[]>;
  };
  readonly ctwa: {
    /** Switches CTWA tracking on; a switch that was sent gets 5 s to answer after the signal aborted. */
    enable(ref: ChannelRef, call?: Call): Promise<void>;
    /** Switches CTWA tracking off; a switch that was sent gets 5 s to answer after the signal aborted. */
    disable(ref: ChannelRef, call?: Call): Promise<void>;
  };
  readonly signals: {
    facebookAccounts(clientId: string, call?: Call): Promise<SignalsObject[]>;
    facebookAccount(clientId: string, accountId: string, call?: Call): Promise<SignalsObject>;
    /** All pages. */
    ads(appId: string, adAccountId: string, call?: Call): Promise<SignalsObject[]>;
    ad(appId: string, adId: string, call?: Call): Promise<SignalsObject>;
    /** Where Signals reports a keyword's conversions to; null where it reports them nowhere. */
    keywordPostback(appId: string, adId: string, keywordId: string, call?: Call): Promise<string | null>;
  };
  /** What has been sent so far. */
  usage(): readonly EndpointUsage[];
  /** Ends whatever is under way and closes all connections. */
  close(): Promise<void>;
}

/** Makes a client; nothing is requested or loaded before its first call. */
export function createClient(settings: ClientSettings): Client {
  return assembleClient(settings, createTransport(settings.authorities));
}

/** The same over any transport, so that what many callers do to each other can be tested without a network. */
export function assembleClient(settings: ClientSettings, transport: Transport): Client {
  const clock = settings.clock ?? systemClock;
  const closing = new AbortController();
  const usage = createUsageCounter(clock);
  const counted = usage.countRequests(transport);
  const allowed = settings.readOnly ? onlyReading(counted, settings.hubBaseUrl) : counted;
  const wired = wire(settings, clock, allowed, usage);
  const callApi = createCallApi(wired);
  const ctwaField = settings.ctwaStatusField || null;
  const access = { callApi, pageSize: createPageSize(settings.pageSize ?? undefined) };
  const channelsOf = createSnapshots(createFetchPage(access, CHANNELS, channelDecoder(ctwaField)), clock);
  const clientsOf = createSnapshots(createFetchPage(access, CLIENTS, decodeClient), clock);
  const during = <T>(call: Call | undefined, run: (limits: CallLimits) => Promise<T>) =>
    withLimits(call, closing.signal, run);
  const switchTo = (action: SwitchAction) => (ref: ChannelRef, call?: Call) =>
    during(call, (limits) =>
      switchCtwa(callApi, ref, action, limits).finally(() =>
        channelsOf(ref.partnerId).written(ref.channelId),
      ),
    );
  return {
    partnerId: settings.partnerId,
    accessToken: (remainingMs, call) => during(call, (limits) => getAccessToken(wired, remainingMs, limits)),
    channels: {
      find: (partnerId, id, call) => during(call, (limits) => channelsOf(partnerId).find(id, limits)),
      lookUp: (partnerId, id, call) => during(call, (limits) => channelsOf(partnerId).lookUp(id, limits)),
      findMany: (partnerId, ids, call) =>
        during(call, (limits) => channelsOf(partnerId).findMany(ids, limits)),
      lookUpMany: (partnerId, ids, call) =>
        during(call, (limits) => channelsOf(partnerId).lookUpMany(ids, limits)),
      list: (partnerId, filter, options) =>
        during(options, (limits) => {
          const search = {
            partnerId,
            filter,
            withJson: options?.withJson ?? false,
            onFewer: options?.onFewer,
          };
          return searchChannels(access, ctwaField, search, limits);
        }),
      all: (partnerId, wanted, options) =>
        during(options, async (limits) => {
          const mayLack = options?.mayLack ?? false;
          const whole = await channelsOf(partnerId).all({ wanted, mayLack }, limits);
          if (typeof whole.counted === "number") options?.onFewer?.(whole.rows.length, whole.counted);
          return whole;
        }),
      knownIds: (partnerId) => channelsOf(partnerId).knownIds(),
    },
    clients: {
      find: (partnerId, id, call) => during(call, (limits) => clientsOf(partnerId).find(id, limits)),
      list: (partnerId, filter, options) =>
        during(options, (limits) => {
          const search = {
            partnerId,
            filter,
            withJson: options?.withJson ?? false,
            onFewer: options?.onFewer,
          };
          return searchClients(access, search, limits);
        }),
    },
    ctwa: { enable: switchTo("enable_ctwa"), disable: switchTo("disable_ctwa") },
    signals: {
      facebookAccounts: (clientId, call) =>
        during(call, (limits) => listFacebookAccounts(callApi, clientId, limits)),
      facebookAccount: (clientId, accountId, call) =>
        during(call, (limits) => getFacebookAccount(callApi, clientId, accountId, limits)),
      ads: (appId, adAccountId, call) =>
        during(call, (limits) => listAds(callApi, appId, adAccountId, limits)),
      ad: (appId, adId, call) => during(call, (limits) => getAd(callApi, appId, adId, limits)),
      keywordPostback: (appId, adId, keywordId, call) =>
        during(call, (limits) => getKeywordPostback(callApi, { appId, adId, keywordId }, limits)),
    },
    usage: () => usage.usage(),
    async close() {
      closing.abort();
      await transport.close();
    },
  };
}

function wire(settings: ClientSettings, clock: Clock, transport: Transport, usage: UsageCounter): ApiParts {
  const secrets = createSecrets(settings.onSecret);
  const log = settings.log ?? (() => {});
  const sendOne = createSend({
    transport,
    usage,
    clock,
    secrets,
    host: createHosts({
      clock,
      log,
      rateLimit: settings.rateLimit,
      maxConcurrentRequests: settings.maxConcurrentRequests,
    }),
    requestTimeoutMs: settings.requestTimeoutMs,
    maxRetries: settings.maxRetries,
    userAgent: settings.userAgent,
    log,
  });
  const send = usage.countWaits(sendOne);
  const { hubBaseUrl, signalsBaseUrl } = settings;
  let login: Login | null = null;
  return {
    send,
    secrets,
    baseUrls: { hub: hubBaseUrl, signals: signalsBaseUrl },
    credentials: chooseCredentials(settings.credentials, secrets),
    login: (user: User) => {
      login ??= createLogin({ send, clock, secrets, hubBaseUrl, user });
      return login;
    },
  };
}
