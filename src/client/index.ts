// 360dialog over HTTP: channels and switches of the Partner Hub, and the Signals API, with login, pace and retries.
// It must never know Terraform, nor what a caller does with an answer.
// Next: client.ts joins the parts; request/send.ts sends one request; hub/snapshot.ts answers many reads from one list.
export type { AccessToken } from "./auth";
export { type BaseUrlProblem, checkBaseUrls } from "./base-urls";
export type { Call } from "./call";
export { type Client, createClient, type ListOptions } from "./client";
export { type Clock, systemClock } from "./clock";
export {
  ApiError,
  type ApiErrorParts,
  BusyError,
  CredentialError,
  type CredentialKind,
  DecodeError,
  Dialog360Error,
  type ErrorKind,
  HubError,
  InvalidIdError,
  LoginError,
  NetworkError,
  type Purpose,
  ReadOnlyError,
  type Redirect,
  type RefusalReason,
  SignalsError,
  StoppedError,
  type Verdict,
} from "./errors";
export type { EndpointUsage } from "./http";
export type { Channel, ChannelRef, ClientFilter, FoundChannels, HubClient, Whole } from "./hub";
export { type ChannelFilter, channelFilters, type FilterEntry, type FilterName } from "./hub";
export {
  type ClientSettings,
  type Credentials,
  DEFAULT_HUB_BASE_URL,
  DEFAULT_SIGNALS_BASE_URL,
  type Log,
  type LogLevel,
  type RateLimit,
} from "./settings";
export type { SignalsObject } from "./signals";
