// Everything the client throws on purpose, one class per kind.
// It must never know what a caller makes of an error.
// Next: api-error.ts, the words that all refusals share.
export { ApiError, type ApiErrorParts } from "./api-error";
export { BusyError } from "./busy-error";
export { CredentialError } from "./credential-error";
export { DecodeError } from "./decode-error";
export { Dialog360Error, type ErrorKind } from "./dialog360-error";
export { HubError } from "./hub-error";
export { InvalidIdError } from "./invalid-id-error";
export { LoginError } from "./login-error";
export { NetworkError } from "./network-error";
export { ReadOnlyError } from "./read-only-error";
export { SignalsError } from "./signals-error";
export { StoppedError } from "./stopped-error";
