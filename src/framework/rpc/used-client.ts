import type { ClientUse } from "../define/provider";

/** The client that `configure` returned, with a record of its use. */
export class UsedClient {
  #use: ClientUse = { applied: false, failed: false, stopped: false };
  #operations = 0;
  #unused: (() => void)[] = [];

  constructor(readonly value: unknown) {}

  /** What the client was used for so far. */
  get use(): ClientUse {
    return this.#use;
  }

  /** Records something about the use. */
  note(what: keyof ClientUse): void {
    if (!this.#use[what]) this.#use = { ...this.#use, [what]: true };
  }

  /** Whether an operation uses the client now. */
  get isInUse(): boolean {
    return this.#operations > 0;
  }

  /** Records the start of an operation. @returns a function to call when the operation has ended */
  begin(): () => void {
    this.#operations += 1;
    return () => {
      this.#operations -= 1;
      if (this.#operations > 0) return;
      for (const resolve of this.#unused.splice(0)) resolve();
    };
  }

  /** Resolves once no operation uses the client. */
  async whenUnused(): Promise<void> {
    if (this.isInUse) await new Promise<void>((resolve) => this.#unused.push(resolve));
  }
}
