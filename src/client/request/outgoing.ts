import type { CallLimits } from "../call";
import type { Priority } from "../host";
import type { Target } from "../http";
import type { AttemptHistory } from "./attempt";

/** Headers that prove who sends a request, as of the moment at which it is sent: a token may end while it waits. */
export interface AuthHeaders {
  /** Whether there are some, and they are in force. */
  inForce(): boolean;
  /** Waits until there are some. @throws LoginError, NetworkError, StoppedError when there are none to be had */
  wait(limits: CallLimits): Promise<void>;
  /** Those in force, or else the last ones. */
  latest(): Readonly<Record<string, string>>;
}

/** A request as the client's parts write it. */
export interface Outgoing {
  readonly target: Target;
  readonly method: "GET" | "POST";
  readonly headers: Headers;
  /** Headers that prove who sends it. @default none are needed */
  readonly auth?: AuthHeaders;
  readonly body?: string;
  /** @default "new" */
  readonly priority?: Priority;
  /** Time that an answer still gets after the call was stopped. @default 0 */
  readonly graceMs?: number;
  /** Where the attempts of a request that changes something are remembered. @default nowhere: it only reads */
  readonly history?: AttemptHistory;
}

type Headers = Readonly<Record<string, string>>;
