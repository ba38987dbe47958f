/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** Method and path without ids, under which usage is counted. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Called when the library starts to send it. Before, the request may have waited for a socket or a connection. */
  readonly onSent?: () => void;
}

/** One HTTP answer, fully read. */
export interface HttpReply {
  readonly status: number;
  /** Headers by lower-case name; the first value of a repeated header. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** True if the body was longer than the limit and was truncated. */
  readonly cut: boolean;
}
