import type { CallLimits } from "../call";
import type { Priority } from "../host";
import type { Target } from "../http";
import type { AttemptHistory } from "./attempt";

/** Headers that authenticate a request. They are read when it is sent, since a token may expire while it waits. */
export interface AuthHeaders {
  /** Whether valid headers are available now. */
  inForce(): boolean;
  /** Waits until valid headers are available. @throws LoginError, NetworkError, StoppedError if none can be had */
  wait(limits: CallLimits): Promise<void>;
  /** The valid headers, or else the last ones. */
  latest(): Readonly<Record<string, string>>;
}

/** A request as the client's parts describe it. */
export interface Outgoing {
  readonly target: Target;
  readonly method: "GET" | "POST";
  readonly headers: Headers;
  /** Headers that authenticate the request. @default none are needed */
  readonly auth?: AuthHeaders;
  readonly body?: string;
  /** @default "new" */
  readonly priority?: Priority;
  /** Time that an answer still gets after the call was stopped, in milliseconds. @default 0 */
  readonly graceMs?: number;
  /** Where the attempts of a request that changes something are recorded. @default not recorded: it only reads */
  readonly history?: AttemptHistory;
}

type Headers = Readonly<Record<string, string>>;
