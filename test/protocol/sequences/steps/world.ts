import { switchesOf } from "../../switches";
import { configurationOf } from "../declared";
import type { Play } from "../play";
import { CHANNELS, one, type Step } from "./step";

const CLIENTS = ["exampleCL", "bakeryCL", "cyclesCL"] as const;
const TWO_DAYS = 2 * 86_400_000;

/** Behind Terraform's back. Where the hub reports nothing nobody could ever see it, so it is left. */
function flip(play: Play): string | undefined {
  const channel = play.reported ? oneChannel(play) : undefined;
  if (channel === undefined) return undefined;
  play.simulator.control.changeChannel(channel.id, { ctwa: !channel.ctwa });
  return `somebody switches ${channel.id} ${channel.ctwa ? "off" : "on"}`;
}

function moveToClient(play: Play): string | undefined {
  const channel = oneChannel(play);
  if (channel === undefined) return undefined;
  const client_id = play.random.pick(CLIENTS);
  play.simulator.control.changeChannel(channel.id, { client_id });
  return `${channel.id} moves to ${client_id}`;
}

function vanish(play: Play): string | undefined {
  const channel = oneChannel(play);
  if (channel === undefined) return undefined;
  play.simulator.control.removeChannel(channel.id);
  play.vanished.push(channel);
  return `${channel.id} vanishes`;
}

/** The channel that vanished last is there again. */
export function comeBack({ simulator, vanished }: Play): string | undefined {
  const channel = vanished.pop();
  if (channel === undefined) return undefined;
  const { partner_id: _, ...known } = channel;
  simulator.control.addChannel(known);
  return `${channel.id} is there again`;
}

function expire({ simulator }: Play): string {
  simulator.control.revokeTokens();
  return "all tokens expire";
}

function daysPass({ pass }: Play): string | undefined {
  if (pass === null) return undefined;
  pass(TWO_DAYS);
  return "two days pass";
}

/** Where the hub reports nothing, only the age that `reassert_after` gives brings such a switch back. */
export function flipUnseen(play: Play): string | undefined {
  const { declared, simulator, reported, pass } = play;
  const { resources = {} } = configurationOf(declared);
  const ids = Object.entries(resources).flatMap(([at, written]) =>
    written["reassert_after"] === undefined ? [] : switchesOf(at, written).map(({ channelId }) => channelId),
  );
  if (reported || pass === null || ids.length === 0) return undefined;
  for (const id of ids) simulator.control.changeChannel(id, { ctwa: !simulator.control.channel(id)?.ctwa });
  return `somebody switches ${ids.join(", ")}; ${daysPass(play)}`;
}

function oneChannel(play: Play) {
  const known = CHANNELS.flatMap((id) => play.simulator.control.channel(id) ?? []);
  return one(play, known);
}

/** What stands here twice happens twice as often. */
export const worldSteps: readonly Step[] = [
  ...[flip, flip, moveToClient, vanish, comeBack, comeBack, expire, daysPass],
];
