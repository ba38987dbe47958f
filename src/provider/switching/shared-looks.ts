// Joins looks at switched channels: blocks that Terraform applies side by side share one request.
import type { Client, FoundChannels } from "../../client";
import { unlessAborted } from "./unless-aborted";

/** How long the first look waits for others to join, in milliseconds. */
const GATHER_MS = 20;

/** Looks at channels of all partners of one provider. */
export class SharedLooks {
  readonly #gathering = new Map<
    string,
    { readonly ids: Set<string>; readonly found: Promise<FoundChannels> }
  >();
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(private readonly channels: Pick<Client["channels"], "lookUpMany">) {}

  /** Asks the hub for channels now, together with what others ask meanwhile. */
  async look(partnerId: string, ids: readonly string[], signal: AbortSignal): Promise<FoundChannels> {
    const gathering = this.#gathering.get(partnerId) ?? this.#gather(partnerId);
    for (const id of ids) gathering.ids.add(id);
    return unlessAborted(gathering.found, signal);
  }

  #gather(partnerId: string) {
    const ids = new Set<string>();
    const found = this.#turn(partnerId).then(() => {
      this.#gathering.delete(partnerId);
      const look = this.channels.lookUpMany(partnerId, [...ids]);
      this.#running.set(partnerId, look);
      return look;
    });
    // Each caller hears of a failure through its own wait; one that has given up does not.
    found.catch(() => {});
    const gathering = { ids, found };
    this.#gathering.set(partnerId, gathering);
    return gathering;
  }

  async #turn(partnerId: string): Promise<void> {
    const gathered = new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    await Promise.allSettled([this.#running.get(partnerId), gathered]);
  }
}
