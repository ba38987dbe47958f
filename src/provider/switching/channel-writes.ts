// Orders the writes of one process to each channel, and remembers which channels the process declares.
import { keyOf, type WrittenChannel } from "../channels";
import type { SentRecord } from "./sent-record";
import { unlessAborted } from "./unless-aborted";
import type { Verification } from "./verification";

/** A channel as a destroy left it. */
export interface HandedOver {
  readonly enabled: boolean | null;
  readonly verification: Verification;
  readonly record: SentRecord | undefined;
}

/**
 * What one configured provider has written to channels. Terraform runs operations side by side, and one apply may
 * destroy and create the same channel under two addresses (a block renamed without `moved`,
 * `create_before_destroy`), in either order. Two rules make it end as declared: one write to a channel at a time,
 * and a destroy leaves alone what the same process declares.
 *
 * Create first: the destroy sends nothing. Destroy first: it sends nothing if Terraform has begun the create (see
 * PlannedMoves), and hands over what it knows of the switch; else the switch goes off, then as declared.
 */
export class ChannelWrites {
  readonly #lastTurns = new Map<string, Promise<void>>();
  readonly #declared = new Set<string>();
  readonly #handedOver = new Map<string, HandedOver>();

  /**
   * Runs `work` once all earlier work on the channel has ended, well or badly.
   * @throws the signal's reason when it aborts while waiting; nothing has been run then
   */
  async inTurn<T>(channel: WrittenChannel, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const key = keyOf(channel);
    const earlier = this.#lastTurns.get(key) ?? Promise.resolve();
    const { promise: ended, resolve: end } = makeTurn();
    const turn = earlier.then(() => ended);
    this.#lastTurns.set(key, turn);
    try {
      await unlessAborted(earlier, signal);
      return await work();
    } finally {
      end();
      if (this.#lastTurns.get(key) === turn) this.#lastTurns.delete(key);
    }
  }

  /** Notes that an operation of this process has created or updated the channel's tracking. */
  declare(channel: WrittenChannel): void {
    this.#declared.add(keyOf(channel));
  }

  /** Notes that a destroy left a channel as it is, since the same plan creates it under another address. */
  handOver(channel: WrittenChannel, left: HandedOver): void {
    this.#handedOver.set(keyOf(channel), left);
  }

  /** What a destroy left to the address that creates the channel; undefined where none did. */
  takeOver(channel: WrittenChannel): HandedOver | undefined {
    const left = this.#handedOver.get(keyOf(channel));
    this.#handedOver.delete(keyOf(channel));
    return left;
  }

  /** Whether an operation of this process has created or updated the channel's tracking. */
  isDeclared(channel: WrittenChannel): boolean {
    return this.#declared.has(keyOf(channel));
  }
}

// Promise.withResolvers is not there before Node 22.
function makeTurn(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
