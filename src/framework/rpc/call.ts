import type { Diagnostics } from "../diagnostics";
import type { Logger } from "../logger";
import type { SensitiveValues } from "../schema";
import type { ObjectValue } from "../value";
import type { ProviderServer } from "./server";

/** What belongs to one call of an RPC, whatever it asks for. */
export interface CallContext {
  readonly server: ProviderServer;
  /** What is added here reaches the user with the answer. */
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  /** Ends with the next StopProvider. */
  readonly signal: AbortSignal;
  /** The configuration that came with the request, for diagnostics to point into. */
  readonly source: { config: ObjectValue | null };
  /** What no diagnostic may repeat: taken note of as objects are read. */
  readonly sensitive: SensitiveValues;
}

/** What a handler is given. */
export interface Call<Q> extends CallContext {
  readonly request: Q;
}
