/** What `configure` returned, with what it is used for. */
export class UsedClient {
  #applied = false;
  #operations = 0;
  #unused: (() => void)[] = [];

  constructor(readonly value: unknown) {}

  /** Whether an apply was asked of it. */
  get applied(): boolean {
    return this.#applied;
  }

  /** Takes note of an apply. */
  noteApply(): void {
    this.#applied = true;
  }

  /** Whether an operation uses it now. */
  get isInUse(): boolean {
    return this.#operations > 0;
  }

  /** Takes note of an operation that begins. @returns what is called when the operation has ended */
  begin(): () => void {
    this.#operations += 1;
    return () => {
      this.#operations -= 1;
      if (this.#operations > 0) return;
      for (const resolve of this.#unused.splice(0)) resolve();
    };
  }

  /** Resolves once no operation uses it. */
  async whenUnused(): Promise<void> {
    if (this.isInUse) await new Promise<void>((resolve) => this.#unused.push(resolve));
  }
}
