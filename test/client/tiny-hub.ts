import type { Answer, Handler, Seen } from "./small-server";

/** What the tiny hub holds and how it behaves; a test may change it at any time. */
export interface TinyHub {
  channels: Record<string, unknown>[];
  ignoreFilters: boolean;
  /** The most rows per page. */
  pageCap: number;
  /** Answers instead of the hub where it returns something. */
  before: (seen: Seen) => Answer | undefined | Promise<Answer | undefined>;
  readonly handler: Handler;
  logins: number;
}

/** Channel ids with numbers, in the order in which the hub sorts them. */
export function channelId(number: number): string {
  return `c${String(number).padStart(6, "0")}CH`;
}

/** A hub with so many channels, as small as the snapshot's tests allow. */
export function tinyHub(size: number): TinyHub {
  const hub: TinyHub = {
    channels: Array.from({ length: size }, (_, number) => ({
      id: channelId(number),
      client_id: "exampleCL",
      setup_info: { phone_number: `+491555${String(number).padStart(7, "0")}` },
    })),
    ignoreFilters: false,
    pageCap: 1000,
    before: () => undefined,
    logins: 0,
    handler: async (seen) => (await hub.before(seen)) ?? answer(hub, seen),
  };
  return hub;
}

function answer(hub: TinyHub, seen: Seen): Answer {
  if (seen.path.endsWith("/token")) {
    hub.logins += 1;
    return { json: { access_token: `token-${hub.logins}`, token_type: "Bearer", expires_in: 86_400 } };
  }
  if (seen.method === "POST") return { status: 200 };
  return { json: page(hub, seen.query) };
}

function page(hub: TinyHub, query: URLSearchParams): unknown {
  const filters: Record<string, unknown> = JSON.parse(query.get("filters") ?? "{}");
  const all = hub.ignoreFilters || !query.has("filters");
  const rows = all ? hub.channels : hub.channels.filter((row) => fits(row, filters));
  const limit = Math.min(Number(query.get("limit") ?? 1000), hub.pageCap);
  const offset = Number(query.get("offset") ?? 0);
  const shown = rows.slice(offset, offset + limit);
  return {
    ...{ count: shown.length, total: rows.length, limit, offset, sort: ["id"] },
    filters: hub.ignoreFilters ? {} : filters,
    partner_channels: shown,
  };
}

function fits(row: Record<string, unknown>, filters: Record<string, unknown>): boolean {
  return Object.entries(filters).every(([path, wanted]) => {
    let value: unknown = row;
    for (const name of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[name];
    return value === wanted;
  });
}
