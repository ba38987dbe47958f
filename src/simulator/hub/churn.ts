import type { Store } from "../world";
import { newChannel } from "../world/seed";

// Digits sort before the letters of every seeded id.
const passing = /^0{4}\d{4}churnCH$/;

/** Adds `count` channels to the partner, or removes those that were added before. */
export function churn(store: Store, partnerId: string, count: number): void {
  if (endChurn(store, partnerId)) return;
  const client = store.clientsOf(partnerId)[0];
  if (client === undefined) return;
  for (let number = 1; number <= count; number++) {
    const id = `${String(number).padStart(8, "0")}churnCH`;
    store.putChannel(newChannel({ id, partner_id: partnerId, client_id: client.id }));
  }
}

/** Removes the channels that came; false if none had. */
export function endChurn(store: Store, partnerId: string): boolean {
  const channels = store.channelsOf(partnerId);
  const rest = channels.findIndex(({ id }) => !passing.test(id));
  const present = rest < 0 ? channels : channels.slice(0, rest);
  for (const { id } of present) store.removeChannel(id);
  return present.length > 0;
}
