// Orders the writes of one process to each channel, and remembers which channels the process declares.
import { keyOf, type WrittenChannel } from "../channels";
import type { SentRecord } from "./sent-record";
import { unlessAborted } from "./unless-aborted";
import type { Verification } from "./verification";

/** What a destroy that sent nothing knows of its channel. */
export interface HandedOver {
  readonly enabled: boolean | null;
  readonly verification: Verification;
  readonly record: SentRecord | undefined;
}

/**
 * Notes what one configured provider has written to channels. Terraform runs operations concurrently. One apply may
 * destroy and create the same channel under two addresses, in either order: after a block was renamed without `moved`,
 * or with `create_before_destroy`. Two rules make the channel end as declared: writes to one channel run one after the
 * other, and a destroy does not switch off a channel that the same process declares.
 *
 * If the create runs first, the destroy sends nothing. If the destroy runs first and Terraform has begun the create
 * (see PlannedMoves), the destroy sends nothing and hands its knowledge of the switch over to the create. Otherwise
 * the destroy switches tracking off, and the create then sends the declared position.
 */
export class ChannelWrites {
  readonly #lastTurns = new Map<string, Promise<void>>();
  readonly #declared = new Set<string>();
  readonly #handedOver = new Map<string, HandedOver>();
  #hasBegun = false;

  /** Whether an operation has begun to write: then Terraform applies, and does not only plan. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /**
   * Runs `work` once all earlier work on the channel has ended, whether it succeeded or failed.
   * @throws the signal's reason if it aborts during the wait; `work` is not run then
   */
  async inTurn<T>(channel: WrittenChannel, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    this.#hasBegun = true;
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

  /** Notes that a destroy sent nothing, because the same apply creates the channel under another address. */
  handOver(channel: WrittenChannel, left: HandedOver): void {
    this.#handedOver.set(keyOf(channel), left);
  }

  /** Returns what a destroy handed over to the create of the channel, once; undefined if none did. */
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

// Node has Promise.withResolvers since version 22.
function makeTurn(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
