import type { Channel, ChannelRef } from "../../../client";
import type { Context } from "../../../framework";
import { summarise } from "../../explain";
import type { Session } from "../../session";
import { LOOKS_AFTER, onOff } from "../../switching/tracking-flag";
import type { Verification } from "./schema";

/** What was seen after a switch. */
export interface Seen {
  readonly channel: Channel | null;
  readonly verification: Verification;
}

/**
 * Looks at a channel whose switch was just accepted, past all snapshots, up to three times while the hub still
 * reports the old state. Never fails: whatever goes wrong is a warning, and the accepted switch counts as `assumed`.
 */
export async function readBack(
  context: Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">,
  ref: ChannelRef,
  enabled: boolean,
): Promise<Seen> {
  try {
    return await look(context, ref, enabled);
  } catch (error) {
    context.diagnostics.warning(
      "Switch accepted, but not seen",
      `The hub accepted that CTWA tracking of the channel ${ref.channelId} is ${onOff(enabled)}. Reading the channel afterwards failed, so the accepted switch counts (verification = "assumed"); the next refresh reads it again.\n\n${summarise(error)}`,
    );
    return { channel: null, verification: "assumed" };
  }
}

async function look(
  {
    client,
    signal,
    deadline,
    diagnostics,
  }: Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">,
  ref: ChannelRef,
  enabled: boolean,
): Promise<Seen> {
  let channel: Channel | null = null;
  for (const wait of LOOKS_AFTER) {
    if (wait > 0) await client.clock.sleep(wait, signal);
    channel = await client.api.channels.lookUp(ref.partnerId, ref.channelId, { signal, deadline });
    if (channel === null) {
      diagnostics.warning(
        "Channel disappeared after its switch",
        `The hub accepted that CTWA tracking of the channel ${ref.channelId} is ${onOff(enabled)}, and then did not list the channel any more. The next refresh removes it from the state if it stays so.`,
      );
      break;
    }
    const reported = client.flag.read(channel);
    if (reported === null) break;
    if (reported === enabled) return { channel, verification: "observed" };
  }
  if (channel !== null) {
    client.flag.warnIfMissing(channel, diagnostics);
    if (client.flag.read(channel) !== null) client.flag.contradicts(channel, enabled, diagnostics);
  }
  return { channel, verification: "assumed" };
}
