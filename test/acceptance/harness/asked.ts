import type { Simulator } from "../../../src/simulator";

/** How often each route was asked, by name; routes that were not asked are missing. */
export function asked({ requests }: Simulator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { route } of requests.list()) counts[route] = (counts[route] ?? 0) + 1;
  return counts;
}

const PATIENCE_MS = 30_000;

/** Resolves once the condition holds; fails where that takes half as long as a test may. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
