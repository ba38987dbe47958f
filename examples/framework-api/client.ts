import { setTimeout as sleep } from "node:timers/promises";

/** A book as the API holds it. */
export interface Book {
  readonly id: string;
  readonly title: string;
  readonly pages: number | null;
}

/** An answer of the API that is no success. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(`${what} was answered with ${status}.`);
  }
}

const TOO_MANY = 429;
const ATTEMPTS = 5;

/** A client of the API: waits where the API asks for it, and reads lists page by page. */
export class Library {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  /** Sends a request about something that has to be there. @throws ApiError */
  async send(method: string, path: string, options: SendOptions): Promise<Answer> {
    const answer = await this.sendIfThere(method, path, options);
    if (answer === null) throw new ApiError(404, `${method} ${path}`);
    return answer;
  }

  /** Sends one request, and again after 429. Null for 404. @throws ApiError */
  async sendIfThere(method: string, path: string, options: SendOptions): Promise<Answer | null> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(this.url + path, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          "content-type": "application/json",
          ...(options.ifMatch !== undefined && { "if-match": options.ifMatch }),
        },
        body: options.body === undefined ? null : JSON.stringify(options.body),
        signal: options.signal,
      });
      if (response.status === TOO_MANY && attempt < ATTEMPTS) {
        await response.body?.cancel();
        await sleep(Number(response.headers.get("retry-after") ?? 1) * 1_000, null, {
          signal: options.signal,
        });
        continue;
      }
      if (response.status === 404) return null;
      if (!response.ok) throw new ApiError(response.status, `${method} ${path}`);
      const text = await response.text();
      return { body: text === "" ? null : JSON.parse(text), etag: response.headers.get("etag") };
    }
  }

  /** All books, page by page: the next page is read when the books of the one before are taken. */
  async *books(signal: AbortSignal): AsyncGenerator<Book> {
    for (let page: number | null = 1; page !== null; ) {
      const answer: Answer = await this.send("GET", `/books?page=${page}`, { signal });
      const { items, next } = answer.body as { items: readonly Book[]; next: number | null };
      yield* items;
      page = next;
    }
  }
}

interface SendOptions {
  readonly signal: AbortSignal;
  readonly body?: object;
  /** The version of the object that a change is meant for. */
  readonly ifMatch?: string;
}

interface Answer {
  readonly body: unknown;
  readonly etag: string | null;
}
