/** The client that `configure` returned, with a record of its use. */
export class UsedClient {
  #applied = false;
  #operations = 0;
  #unused: (() => void)[] = [];

  constructor(readonly value: unknown) {}

  /** Whether the client was used for an apply. */
  get applied(): boolean {
    return this.#applied;
  }

  /** Records an apply. */
  noteApply(): void {
    this.#applied = true;
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
