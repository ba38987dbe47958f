import { createSecrets } from "../secrets/secrets";
import {
  type AccessToken,
  chooseCredentials,
  createLogin,
  getAccessToken,
  type Login,
  type User,
} from "./auth";
import { type Call, type CallLimits, streamWithLimits, withLimits } from "./call";
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
  streamChannels,
  switchCtwa,
  type Whole,
} from "./hub";
import { createSend } from "./request";
import type { ClientSettings } from "./settings";
import type { KeywordRef, SignalsObject } from "./signals";
import {
  getAd,
  getFacebookAccount,
  getKeywordPostback,
  listAds,
  listFacebookAccounts,
  setKeywordPostback,
} from "./signals";

/** Options of reading a list. */
export interface ListOptions extends Call {
  /** Whether each row also comes as JSON text. @default false */
  readonly withJson?: boolean;
  /** Called if the hub counts more rows than it lists, for example because it counts hidden rows. */
  readonly onFewer?: ((listed: number, counted: number) => void) | undefined;
}

/** Options of reading a whole list. */
export interface AllOptions extends Omit<ListOptions, "withJson"> {
  /**
   * Whether an incomplete result is accepted, with `exact` false, if channels come and go during every reading. Only
   * for callers that tell the user so. Otherwise this is an error. @default false
   */
  readonly mayLack?: boolean;
}

/** Options of reading a list page by page. */
export interface StreamOptions extends Omit<ListOptions, "withJson"> {
  /** Only channels of this client. @default all channels of the partner */
  readonly clientId?: string | null;
  /** How many channels the caller may still take. No page beyond them is requested. */
  readonly wanted: () => number;
  /** Called at the end if channels came and went during every reading, so that some may be missing. */
  readonly onMoved?: (() => void) | undefined;
}

/** The APIs of 360dialog for one partner's user. Each call throws a `Dialog360Error` on failure. */
export interface Client {
  readonly partnerId: string | null;
  /** A bearer token that stays valid for at least `remainingMs`, if the hub grants one. */
  accessToken(remainingMs: number, call?: Call): Promise<AccessToken>;
  readonly channels: {
    /** One channel, from a list that all callers share; null only if its absence was confirmed. */
    find(partnerId: string, channelId: string, call?: Call): Promise<Channel | null>;
    /** One channel, from a new request. */
    lookUp(partnerId: string, channelId: string, call?: Call): Promise<Channel | null>;
    /**
     * Many channels by id, from the same list. The list is read to its end if looking each channel up would cost more.
     */
    findMany(partnerId: string, channelIds: readonly string[], call?: Call): Promise<FoundChannels>;
    /** Many channels by id, from new requests: at most one page for each 1,000 channels of the partner. */
    lookUpMany(partnerId: string, channelIds: readonly string[], call?: Call): Promise<FoundChannels>;
    /** All channels that match, sorted by id. */
    list(partnerId: string, filter: ChannelFilter, options?: ListOptions): Promise<Channel[]>;
    /**
     * All channels, sorted by id, from the list that all callers share.
     * @param wanted ids that matter most, should the list change while it is read
     */
    all(partnerId: string, wanted: readonly string[], options?: AllOptions): Promise<Whole<Channel>>;
    /**
     * Channels page by page, each once, as the hub lists them. The next pages are requested when the caller takes the
     * next one; when the caller stops reading, none is.
     */
    stream(partnerId: string, options: StreamOptions): AsyncGenerator<readonly Channel[]>;
    /** Ids of the channels known so far, without a request. */
    knownIds(partnerId: string): readonly string[];
  };
  readonly clients: {
    /** One client, from a list that all callers share; null only if its absence was confirmed. */
    find(partnerId: string, clientId: string, call?: Call): Promise<HubClient | null>;
    /** All clients that match, sorted by id. */
    list(partnerId: string, filter: ClientFilter, options?: ListOptions): Promise<HubClient[]>;
    /** Ids of the clients known so far, without a request. */
    knownIds(partnerId: string): readonly string[];
  };
  readonly ctwa: {
    /** Switches CTWA tracking on. A switch already sent gets 5 s to be answered after the signal aborts. */
    enable(ref: ChannelRef, call?: Call): Promise<void>;
    /** Switches CTWA tracking off. A switch already sent gets 5 s to be answered after the signal aborts. */
    disable(ref: ChannelRef, call?: Call): Promise<void>;
  };
  readonly signals: {
    facebookAccounts(clientId: string, call?: Call): Promise<SignalsObject[]>;
    facebookAccount(clientId: string, accountId: string, call?: Call): Promise<SignalsObject>;
    /** All ads of an ad account, from all pages. */
    ads(appId: string, adAccountId: string, call?: Call): Promise<SignalsObject[]>;
    ad(appId: string, adId: string, call?: Call): Promise<SignalsObject>;
    /** The URL to which Signals reports a keyword's conversions; null if there is none. */
    keywordPostback(appId: string, adId: string, keywordId: string, call?: Call): Promise<string | null>;
    /** Sets that URL. A request already sent gets 5 s to be answered after the signal aborts. */
    setKeywordPostback(keyword: KeywordRef, url: string, call?: Call): Promise<void>;
  };
  /** Counts of the requests sent so far. */
  usage(): readonly EndpointUsage[];
  /** Aborts all pending work and closes all connections. */
  close(): Promise<void>;
}

/** Makes a client. Nothing is requested or loaded before its first call. */
export function createClient(settings: ClientSettings): Client {
  return assembleClient(settings, createTransport(settings.authorities));
}

/** Makes a client over any transport, so that concurrent callers can be tested without a network. */
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
      stream: (partnerId, { clientId = null, wanted, onFewer, onMoved, ...call }) =>
        streamWithLimits(call, closing.signal, (limits) =>
          streamChannels(access, ctwaField, { partnerId, clientId, wanted, onFewer, onMoved }, limits),
        ),
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
      knownIds: (partnerId) => clientsOf(partnerId).knownIds(),
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
      setKeywordPostback: (keyword, url, call) =>
        during(call, (limits) => setKeywordPostback(callApi, keyword, url, limits)),
    },
    usage: () => usage.usage(),
    async close() {
      closing.abort();
      await transport.close();
    },
  };
}

function wire(settings: ClientSettings, clock: Clock, transport: Transport, usage: UsageCounter): ApiParts {
  const secrets = createSecrets({ onSecret: settings.onSecret });
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
