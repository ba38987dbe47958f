import type { Patience } from "./call";
import type { Channel } from "./channel";
import { listChannels, PAGE_SIZE } from "./channel-listing";
import { listUntilAgreed, lookUpChannel } from "./channel-lookup";
import type { ChannelPage, FetchChannelPage } from "./channel-page";
import { ChannelShelf } from "./channel-shelf";
import type { Clock } from "./clock";
import { SharedLoad } from "./shared-load";

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
