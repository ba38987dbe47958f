import { type Answer, type Call, type Handler, hubError, json, Refusal, text } from "../routing";
import type { Channel, World } from "../world";
import { shownChannel } from "./channels";
import { ownPartner } from "./own-partner";

// Paths and method are documented; request body, success status, response body, what happens the second time
// and on channels that are not live are not. Plainest: any body is taken, the second time is like the first,
// every channel can be switched, and the answer is small.

/** Switches tracking of the channel that the path names on or off. */
export function switchTo(to: boolean): Handler {
  return (world, call) => switched(world, channelOf(world, call), to);
}

/** The path must name the channel under its own client. */
function channelOf(world: World, call: Call): Channel {
  const partnerId = ownPartner(call);
  const { client = "", channel: id = "" } = call.params;
  const channel = world.store.channel(id);
  if (channel?.partner_id === partnerId && channel.client_id === client) return channel;
  throw new Refusal(hubError(404, `not found: channel ${id} of client ${client}`));
}

function switched(world: World, channel: Channel, to: boolean): Answer {
  const { settings, store, delayedFlags, lastSwitches, clock } = world;
  if (channel.ctwa === to && settings.strictSwitch) {
    return hubError(409, `CTWA tracking is already ${to ? "enabled" : "disabled"} for this channel`);
  }
  if (channel.ctwa !== to) {
    delayedFlags.hold(channel.id, delayedFlags.peek(channel.id, channel.ctwa), settings.delayedFlag);
    store.putChannel({ ...channel, ctwa: to });
    lastSwitches.note(channel.id, { at: clock.now(), to, by: "api" });
  }
  const body = settings.switchShowsChannel ? shownChannel(world, channel, to) : settings.switchBody;
  return { ...accepted(settings.switchStatus, body), lateMs: settings.switchDelayMs };
}

function accepted(status: number, body: unknown): Answer {
  return typeof body === "string" ? text(status, "application/json", body) : json(status, body);
}
