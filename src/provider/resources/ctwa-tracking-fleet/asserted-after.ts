import type { Assertions } from "./assertions";
import type { ReadyTask } from "./prepare";
import type { Outcomes } from "./reasons";

/**
 * What has been sent once an apply has come to its end.
 * @param now the time that counts, in milliseconds
 */
export function assertedAfter(
  before: Assertions,
  sent: readonly ReadyTask[],
  outcomes: Outcomes,
  now: number,
): Assertions {
  const at = Math.floor(now / 1000);
  const assertions = new Map(before);
  for (const { channelId, clientId, enabled } of sent) {
    const outcome = outcomes.get(channelId);
    if (outcome?.done) assertions.set(channelId, { clientId, at, unanswered: null });
    else if (outcome?.reason === "unanswered") {
      assertions.set(channelId, { clientId, at, unanswered: enabled !== false });
    }
  }
  return assertions;
}
