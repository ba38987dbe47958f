import type { ApiName } from "../base-urls";
import { type CallLimits, pause, waitFor } from "../call";
import type { Clock } from "../clock";

/** Results of the requests that carried one token. */
export class TokenUse {
  /** APIs that accepted the token. */
  readonly served = new Set<ApiName>();
  /** APIs that refused the previous token and so led to this one, or that refused this one while it was fresh. */
  readonly renewedFor = new Set<ApiName>();
  private underWay = 0;
  private readonly waiting = new Set<() => void>();

  /** Call when a request is sent with the token. */
  begin(): void {
    this.underWay += 1;
  }

  /** Call when the request was answered or given up. @param accepted whether the API took the token */
  end(api: ApiName, accepted: boolean): void {
    this.underWay -= 1;
    if (accepted) this.served.add(api);
    if (this.underWay > 0 && this.served.size === 0) return;
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  /** Waits until the token has served a request, or until no request in flight carries it. */
  async settled(signal: AbortSignal): Promise<void> {
    if (this.served.size > 0 || this.underWay === 0) return;
    let wake = () => {};
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.waiting.add(wake);
    try {
      await waitFor(woken, signal);
    } finally {
      this.waiting.delete(wake);
    }
  }
}

const WINDOW_MS = 60_000;
const MOST_PER_WINDOW = 60;

/** Limits the logins that refused tokens cause to 60 a minute. */
export class RenewalBudget {
  private renewals: number[] = [];

  constructor(private readonly clock: Clock) {}

  /**
   * Waits until one more login is allowed, and counts it.
   * @returns false if that is after the deadline; then it returns at once
   */
  async take({ signal, deadline }: CallLimits): Promise<boolean> {
    const now = this.clock.now();
    this.renewals = this.renewals.filter((at) => at > now - WINDOW_MS);
    const oldest = this.renewals[this.renewals.length - MOST_PER_WINDOW];
    const start = oldest === undefined ? now : oldest + WINDOW_MS;
    if (start > deadline()) return false;
    this.renewals.push(start);
    if (start > now) await pause(start - now, signal, this.clock);
    return true;
  }
}
