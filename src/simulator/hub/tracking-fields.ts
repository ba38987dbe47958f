import type { Channel, Settings } from "../world";
import type { ExtraField } from "./channel-json";

/** The fields about tracking that the settings put on a channel: the one that reports it, and its decoys. */
export function trackingFields(channel: Channel, reported: boolean, settings: Settings): ExtraField[] {
  const { ctwaField, decoys } = settings;
  const flag = ctwaField === null || channel.hides_ctwa ? [] : [{ path: ctwaField, value: reported }];
  return decoys ? [...flag, ...decoysFor(ctwaField)] : flag;
}

// Both look as if tracking were on, and say nothing of it: they expose a client that takes them for the flag.
function decoysFor(ctwaField: string | null): ExtraField[] {
  const parent = ctwaField?.replace(/[^.]*$/, "") ?? "";
  return [
    { path: `${parent}ctwa_eligible`, value: true },
    { path: `${parent}ctwa_enabled_at`, value: "2024-03-02T09:00:00Z" },
  ];
}
