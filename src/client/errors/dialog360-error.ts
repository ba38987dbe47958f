/** What went wrong, as a word that survives minification and bundling. */
export type ErrorKind =
  | "hub"
  | "signals"
  | "login"
  | "network"
  | "decode"
  | "busy"
  | "credential"
  | "stopped"
  | "invalid_id"
  | "read_only";

/** Base of everything this client throws on purpose. */
export abstract class Dialog360Error extends Error {
  abstract readonly kind: ErrorKind;
}
