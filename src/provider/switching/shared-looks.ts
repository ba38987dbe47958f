// Joins the reads after switches: blocks that Terraform applies concurrently share one request.
import type { Client, FoundChannels } from "../../client";
import { unlessAborted } from "./unless-aborted";

/** How long the first read waits for others to join, in milliseconds. */
const GATHER_MS = 20;

/** Reads switched channels, for all partners of one provider. */
export class SharedLooks {
  readonly #gathering = new Map<
    string,
    { readonly ids: Set<string>; readonly found: Promise<FoundChannels> }
  >();
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(private readonly channels: Pick<Client["channels"], "lookUpMany">) {}

  /** Reads channels from the hub, together with those that other callers ask for meanwhile. */
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
    // Each caller gets a failure from its own wait. Without this line, it would be unhandled if all have given up.
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
