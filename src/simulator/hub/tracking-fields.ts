import type { Channel, Settings } from "../world";
import type { ExtraField } from "./channel-json";

/** The fields about tracking that the settings put on a channel: the one that reports it, and its decoys. */
export function trackingFields(channel: Channel, reported: boolean, settings: Settings): ExtraField[] {
  const { ctwaField, decoys } = settings;
  const flag = ctwaField === null || channel.hides_ctwa ? [] : [{ path: ctwaField, value: reported }];
  return decoys ? [...flag, ...decoysBeside(ctwaField)] : flag;
}

// Both look like a channel whose tracking is on, and say nothing of it: who takes one for the flag is found out.
function decoysBeside(ctwaField: string | null): ExtraField[] {
  const parent = ctwaField?.replace(/[^.]*$/, "") ?? "";
  return [
    { path: `${parent}ctwa_eligible`, value: true },
    { path: `${parent}ctwa_enabled_at`, value: "2024-03-02T09:00:00Z" },
  ];
}
