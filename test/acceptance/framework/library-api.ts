import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

interface Written {
  readonly title: string;
  readonly pages: number | null;
}
type Book = Written & { readonly version: number };

interface Reply {
  readonly status: number;
  readonly value?: unknown;
  readonly headers?: Record<string, string>;
}

/** The API of a library in memory: pages of two books, versions as ETags, and 429 for each third request. */
export class LibraryApi {
  readonly books = new Map<string, Book>();
  readonly sessions = new Set<string>();
  refused = 0;
  #requests = 0;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request).catch(() => null)) as Written | null;
    const { status, value, headers } = this.#reply(request, body);
    response.writeHead(status, headers).end(value === undefined ? "" : JSON.stringify(value));
  }

  #reply(request: IncomingMessage, body: Written | null): Reply {
    this.#requests += 1;
    if (request.headers.authorization !== "Bearer example-token") return { status: 401 };
    if (this.#requests % 3 === 0) {
      this.refused += 1;
      return { status: 429, headers: { "retry-after": "0" } };
    }
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const [, kind, id = ""] = pathname.split("/");
    if (kind === "sessions") return this.#session(request.method, id);
    if (kind !== "books") return { status: 204 };
    if (id !== "") return this.#book(request, id, body);
    return body === null ? this.#page(Number(searchParams.get("page"))) : this.#store(idOf(body), body, 1);
  }

  #session(method: string | undefined, key: string): Reply {
    if (method === "POST") this.sessions.add("example-key");
    else this.sessions.delete(key);
    return { status: 200, value: { key: "example-key" } };
  }

  #page(page: number): Reply {
    const all = [...this.books].map(([id, { title, pages }]) => ({ id, title, pages }));
    const items = all.slice(page * 2 - 2, page * 2);
    return { status: 200, value: { items, next: page * 2 < all.length ? page + 1 : null } };
  }

  #book({ method, headers }: IncomingMessage, id: string, body: Written | null): Reply {
    const known = this.books.get(id);
    if (known === undefined) return { status: 404 };
    if (method === "GET") return found(id, known);
    if (method === "DELETE") {
      this.books.delete(id);
      return { status: 204 };
    }
    if (headers["if-match"] !== `"${known.version}"` || body === null) return { status: 412 };
    return this.#store(id, body, known.version + 1);
  }

  #store(id: string, written: Written, version: number): Reply {
    const book = { ...written, version };
    this.books.set(id, book);
    return found(id, book);
  }
}

function found(id: string, book: Book): Reply {
  return { status: 200, value: { id, ...book }, headers: { etag: `"${book.version}"` } };
}

function idOf({ title }: Written): string {
  return title.toLowerCase().replaceAll(" ", "-");
}
