// 360dialog over HTTP: the Partner Hub's channels and switches, and the Signals API, with login, pace and retries.
// It must never know Terraform, nor what a caller does with an answer.
// Next: client.ts, which puts the parts together; request.ts, one request; snapshot.ts, many reads for one list.
export type { AccessToken } from "./access-token";
export { type BaseUrlProblem, checkBaseUrls } from "./base-urls";
export type { Call } from "./call";
export type { Channel, FoundChannels } from "./channel";
export type { ChannelFilter } from "./channel-filter";
export { type Client, createClient } from "./client";
export type { ClientFilter } from "./clients";
export { type Clock, systemClock } from "./clock";
export type { ChannelRef } from "./ctwa";
export {
  ApiError,
  type ApiErrorParts,
  BusyError,
  CredentialError,
  DecodeError,
  Dialog360Error,
  type ErrorKind,
  HubError,
  InvalidIdError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  SignalsError,
  StoppedError,
} from "./errors";
export type { HubClient } from "./hub-client";
export type { EndpointUsage } from "./ledger";
export {
  type ClientSettings,
  type Credentials,
  DEFAULT_HUB_BASE_URL,
  DEFAULT_SIGNALS_BASE_URL,
  type Log,
  type LogLevel,
  type RateLimit,
} from "./settings";
export type { SignalsObject } from "./signals-list";
export type { Whole } from "./snapshot";
