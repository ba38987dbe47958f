// Joins the reads after switches: blocks that Terraform applies concurrently share one request.
import type { Client, FoundChannels } from "../../client";
import { unlessAborted } from "./unless-aborted";

/** How long a read waits for the next one to join, in milliseconds. */
const GATHER_MS = 20;

/** How long a read waits at most for the switches in progress, in milliseconds: their blocks will want a read as well. */
const LONGEST_GATHER_MS = 30_000;

/** Reads switched channels, for all partners of one provider. */
export class SharedLooks {
  readonly #gathering = new Map<
    string,
    { readonly ids: Set<string>; readonly found: Promise<FoundChannels> }
  >();
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #switches = new Map<string, SwitchesInProgress>();

  constructor(private readonly channels: Pick<Client["channels"], "lookUpMany">) {}

  /** Reads channels from the hub, together with those that other callers ask for meanwhile. */
  async look(partnerId: string, ids: readonly string[], signal: AbortSignal): Promise<FoundChannels> {
    const gathering = this.#gathering.get(partnerId) ?? this.#gather(partnerId);
    for (const id of ids) gathering.ids.add(id);
    return unlessAborted(gathering.found, signal);
  }

  /** Sends a switch. Reads wait until it has ended, so that one read serves all blocks that are applied concurrently. */
  async whileSwitching<T>(partnerId: string, send: () => Promise<T>): Promise<T> {
    const switches = this.#switches.get(partnerId) ?? { count: 0, onNone: [] };
    this.#switches.set(partnerId, switches);
    switches.count += 1;
    try {
      return await send();
    } finally {
      switches.count -= 1;
      if (switches.count === 0) for (const resolve of switches.onNone.splice(0)) resolve();
    }
  }

  #gather(partnerId: string) {
    const ids = new Set<string>();
    const found = this.#turn(partnerId, ids).then(() => {
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

  /** Resolves once the read before has ended, and no block has joined and no switch is in progress for a moment. */
  async #turn(partnerId: string, ids: ReadonlySet<string>): Promise<void> {
    await this.#running.get(partnerId)?.catch(() => {});
    for (let joined = -1; joined < ids.size; ) {
      joined = ids.size;
      await sleep(GATHER_MS).promise;
      await this.#noSwitch(partnerId);
    }
  }

  /** Resolves once no switch is in progress, or when that takes too long. */
  async #noSwitch(partnerId: string): Promise<void> {
    const switches = this.#switches.get(partnerId);
    if (switches === undefined || switches.count === 0) return;
    const longest = sleep(LONGEST_GATHER_MS);
    await Promise.race([new Promise<void>((resolve) => switches.onNone.push(resolve)), longest.promise]);
    longest.end();
  }
}

/** The switches of one partner that were begun and have not ended. */
interface SwitchesInProgress {
  count: number;
  /** Called once there are none. */
  readonly onNone: (() => void)[];
}

function sleep(milliseconds: number) {
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    end = () => clearTimeout(timer);
  });
  return { promise, end };
}
