import type { Diagnostics } from "../diagnostics";
import type { Logger } from "../logger";
import type { SensitiveValues } from "../schema";
import type { ObjectValue } from "../value";
import type { ProviderServer } from "./server";

/** The context of one call, the same for every RPC. */
export interface CallContext {
  readonly server: ProviderServer;
  /** The user receives these with the answer. */
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  /** Aborts at the next StopProvider. */
  readonly signal: AbortSignal;
  /** The configuration of the request. The paths of diagnostics are looked up in it. */
  readonly source: { config: ObjectValue | null };
  /** The values that no diagnostic may show. Collected as objects are read. */
  readonly sensitive: SensitiveValues;
}

/** What a handler gets. */
export interface Call<Q> extends CallContext {
  readonly request: Q;
}
