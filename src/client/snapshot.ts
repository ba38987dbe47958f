import type { Patience } from "./call";
import type { Channel } from "./channel";
import { listChannels, listChannelsSteadily, PAGE_SIZE } from "./channel-listing";
import { listUntilAgreed, lookUpChannel } from "./channel-lookup";
import type { ChannelPage, FetchChannelPage } from "./channel-page";
import { ChannelShelf } from "./channel-shelf";
import type { Clock } from "./clock";
import { SharedLoad } from "./shared-load";

/** Channels by id; null for one whose absence was confirmed. */
export type FoundChannels = ReadonlyMap<string, Channel | null>;

/** How many channels are looked up side by side; the host's own pace decides how many are asked for at a time. */
const TOGETHER = 50;

/**
 * The channels of one partner, for many readers: one page answers all of them where it holds all channels;
 * else single channels are looked up until that has cost as much as the remaining pages, which then are listed.
 */
export class Snapshot {
  private readonly shelf = new ChannelShelf();
  private readonly firstPage: SharedLoad<ChannelPage>;
  private readonly rest: SharedLoad<true>;
  private readonly agreed: SharedLoad<ReadonlyMap<string, Channel>>;
  private lookUps = 0;
  private complete = false;
  private filtersIgnored = false;

  constructor(
    private readonly fetchPage: FetchChannelPage,
    private readonly partnerId: string,
    clock: Clock,
  ) {
    this.firstPage = new SharedLoad({ clock, load: (patience) => this.loadFirstPage(patience) });
    this.rest = new SharedLoad({ clock, load: (patience) => this.loadRest(patience) });
    this.agreed = new SharedLoad({ clock, load: (patience) => this.loadAgreed(patience) });
  }

  /** One channel, from what is known where that will do; null only where its absence was confirmed. */
  async find(id: string, patience: Patience): Promise<Channel | null> {
    if (!this.shelf.isDoubtful(id)) await this.load(id, patience);
    if (this.shelf.isDoubtful(id)) return this.lookUp(id, patience);
    return this.shelf.get(id) ?? this.settle(id, patience);
  }

  /** One channel, asked for now. */
  async lookUp(id: string, patience: Patience): Promise<Channel | null> {
    const certain = await this.tryLookUp(id, patience);
    if (certain !== undefined) return certain;
    const keep = this.shelf.opened();
    const listing = await listUntilAgreed(this.fetchPage, this.partnerId, id, patience, ({ channels }) =>
      keep.all(channels.values()),
    );
    return listing.channels.get(id) ?? null;
  }

  /** Many channels, from what is known where that will do; listed where looking each of them up would cost more. */
  async findMany(ids: readonly string[], patience: Patience): Promise<FoundChannels> {
    const first = await this.firstPage.get(patience);
    const open = ids.filter((id) => this.shelf.certain(id) === undefined);
    const dear = this.filtersIgnored || this.lookUps + open.length > remainingPages(first);
    if (open.length > 0 && !this.complete && dear) await this.rest.get(patience);
    const doubtful = ids.filter((id) => this.shelf.isDoubtful(id));
    if (doubtful.length > pages(first)) await this.listAnew(patience);
    return collect(
      ids,
      (id) => this.shelf.certain(id),
      (id) => this.find(id, patience),
    );
  }

  /** Many channels, asked for now: one by one, or by a listing of their own where that costs less. */
  async lookUpMany(ids: readonly string[], patience: Patience): Promise<FoundChannels> {
    const first = await this.firstPage.get(patience);
    const cheap = !this.filtersIgnored && ids.length <= pages(first);
    const listed = cheap ? null : await this.listAnew(patience);
    return collect(
      ids,
      (id) => listed?.get(id),
      (id) => this.settle(id, patience),
    );
  }

  /** Says that a switch of this channel was sent: what is known of it is in doubt until it was read once. */
  written(id: string): void {
    this.shelf.doubt(id);
  }

  /** As much of the list as this channel is worth. */
  private async load(id: string, patience: Patience): Promise<void> {
    const first = await this.firstPage.get(patience);
    if (this.complete || this.shelf.get(id) !== undefined) return;
    if (!this.filtersIgnored && this.lookUps < remainingPages(first)) this.lookUps += 1;
    else await this.rest.get(patience);
  }

  /** A look-up for a channel of which the list knows nothing; where the hub does not filter, all share two readings. */
  private async settle(id: string, patience: Patience): Promise<Channel | null> {
    const certain = await this.tryLookUp(id, patience);
    if (certain !== undefined) return certain;
    return (await this.agreed.get(patience)).get(id) ?? null;
  }

  /** Undefined where the hub's filters do not settle it. */
  private async tryLookUp(id: string, patience: Patience): Promise<Channel | null | undefined> {
    if (this.filtersIgnored) return undefined;
    const keep = this.shelf.opened();
    const answer = await lookUpChannel(this.fetchPage, this.partnerId, id, patience);
    if (answer.kind === "absent") {
      keep.absent(id);
      return null;
    }
    this.filtersIgnored ||= answer.filtersIgnored;
    if (answer.kind === "unclear") return undefined;
    keep.one(answer.channel);
    return answer.channel;
  }

  private async listAnew(patience: Patience): Promise<ReadonlyMap<string, Channel>> {
    const keep = this.shelf.opened();
    const { channels } = await listChannelsSteadily(this.fetchPage, { partnerId: this.partnerId }, patience);
    keep.all(channels.values());
    return channels;
  }

  private async loadFirstPage(patience: Patience): Promise<ChannelPage> {
    const keep = this.shelf.opened();
    const { partnerId } = this;
    const page = await this.fetchPage({ partnerId, limit: PAGE_SIZE, offset: 0 }, patience);
    keep.all(page.channels);
    this.complete = page.last;
    // The rows are on the shelf; only the page's numbers are wanted again.
    return { ...page, channels: [] };
  }

  private async loadRest(patience: Patience): Promise<true> {
    const first = await this.firstPage.get(patience);
    const from = { offset: first.count, total: first.total };
    const keep = this.shelf.opened();
    const rest = await listChannels(this.fetchPage, { partnerId: this.partnerId }, patience, from);
    keep.all(rest.channels.values());
    if (!rest.steady) {
      const again = this.shelf.opened();
      const all = await listChannels(this.fetchPage, { partnerId: this.partnerId }, patience);
      again.all(all.channels.values());
    }
    // Whoever is still missing is settled by a look-up.
    this.complete = true;
    return true;
  }

  private async loadAgreed(patience: Patience): Promise<ReadonlyMap<string, Channel>> {
    const keep = this.shelf.opened();
    const listing = await listUntilAgreed(this.fetchPage, this.partnerId, null, patience, ({ channels }) =>
      keep.all(channels.values()),
    );
    return listing.channels;
  }
}

function remainingPages(first: ChannelPage): number {
  if (first.count === 0) return 0;
  return first.total === null ? 1 : Math.ceil((first.total - first.count) / first.count);
}

function pages(first: ChannelPage): number {
  return 1 + remainingPages(first);
}

/** What is known of each channel, and what asking says of the others, some of them at a time. */
async function collect(
  ids: readonly string[],
  known: (id: string) => Channel | undefined,
  ask: (id: string) => Promise<Channel | null>,
): Promise<FoundChannels> {
  const found = new Map(ids.map((id) => [id, known(id) ?? null]));
  const open = ids.filter((id) => found.get(id) === null);
  for (let from = 0; from < open.length; from += TOGETHER) {
    const some = open.slice(from, from + TOGETHER);
    const answers = await Promise.all(some.map(ask));
    for (const [index, id] of some.entries()) found.set(id, answers[index] ?? null);
  }
  return found;
}
