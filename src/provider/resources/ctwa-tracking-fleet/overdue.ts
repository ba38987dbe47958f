import { tryParseDuration } from "../../../framework";
import type { Assertion } from "./assertions";

/** Says of what was sent whether it is older than `reassert_after`, as of now. */
export function overdueBy(
  reassertAfter: string | null,
  now: number,
): (assertion: Assertion | undefined) => boolean {
  const age = reassertAfter === null ? undefined : tryParseDuration(reassertAfter);
  if (age === undefined) return () => false;
  return (assertion) => assertion !== undefined && now - assertion.at * 1000 > age;
}
