/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** Method and path without ids: what it counts as. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Called when it begins to be sent: before, it may have waited for a socket and its connection. */
  readonly onSent?: () => void;
}

/** One HTTP answer, read to its end. */
export interface HttpReply {
  readonly status: number;
  /** Names in small letters; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** True when the body was longer than is read. */
  readonly cut: boolean;
}
