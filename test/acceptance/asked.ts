import type { Simulator } from "../../src/simulator";

/** How often each route was asked, by name; routes that were not asked are missing. */
export function asked({ requests }: Simulator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { route } of requests.list()) counts[route] = (counts[route] ?? 0) + 1;
  return counts;
}

/** Resolves once the condition holds; the test's own time limit ends it otherwise. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
