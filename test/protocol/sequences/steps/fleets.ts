import { FLEET } from "../../switches";
import { type Fleet, without } from "../declared";
import { declare, type Play } from "../play";
import { drawCommon, freeChannels, freshAddress, one, oneOf, otherWay, type Step, some } from "./step";
import { interrupted, queueTrouble } from "./trouble";

/** Declares a fleet of some channels that are not declared yet. */
export function createFleet(play: Play): string | undefined {
  const ids = some(play, freeChannels(play));
  if (ids.length === 0) return undefined;
  const channels = Object.fromEntries(ids.map((id) => [id, drawKey(play)]));
  return put(play, freshAddress(play, FLEET), { channels, ...drawCommon(play) }, "declare");
}

/** A fleet that takes further keys, or has lost some; one without any is no fleet. */
export function withChannels(
  fleets: Readonly<Record<string, Fleet>>,
  at: string,
  fleet: Fleet,
): Record<string, Fleet> {
  return Object.keys(fleet.channels).length === 0 ? without(fleets, at) : { ...fleets, [at]: fleet };
}

function drawKey({ random }: Play): boolean {
  return random.below(3) > 0;
}

function addKey(play: Play): string | undefined {
  const id = one(play, freeChannels(play));
  return id === undefined ? undefined : changeKey(play, () => [id, drawKey(play)], "add");
}

function flipKey(play: Play): string | undefined {
  return changeKey(play, (fleet) => flipped(play, fleet), "flip");
}

/** A client that the hub does not have a channel under is a mistake: nothing is switched until it is mended. */
function nameClient(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const { client_id, ...fleet } = chosen.found;
  if (client_id !== undefined) return put(play, chosen.at, fleet, "take the client from");
  const [id] = play.random.pick(entriesOf(fleet.channels));
  const named = play.simulator.control.channel(id)?.client_id ?? "bakeryCL";
  return put(play, chosen.at, { ...fleet, client_id: named }, "name a client in");
}

function changeKey(
  play: Play,
  change: (fleet: Fleet) => readonly [id: string, enabled: boolean],
  verb: string,
): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const [id, enabled] = change(chosen.found);
  const channels = { ...chosen.found.channels, [id]: enabled };
  return put(play, chosen.at, { ...chosen.found, channels }, `${verb} ${id} in`);
}

function flipped({ random }: Play, { channels }: Fleet): [string, boolean] {
  const [id, enabled] = random.pick(entriesOf(channels));
  return [id, !enabled];
}

// A fleet has one channel at least.
function entriesOf(channels: Fleet["channels"]): [[string, boolean], ...[string, boolean][]] {
  return Object.entries(channels) as [[string, boolean], ...[string, boolean][]];
}

function dropKey(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const [id] = play.random.pick(entriesOf(chosen.found.channels));
  const fleet = { ...chosen.found, channels: without(chosen.found.channels, id) };
  declare(play, { fleets: withChannels(play.declared.fleets, chosen.at, fleet) });
  return `drop ${id} from ${chosen.at}`;
}

function changeSettings(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const { channels, client_id, on_destroy, reassert_after } = chosen.found;
  const age =
    (reassert_after === undefined) === (play.random.below(2) === 0) ? { reassert_after: "24h" } : {};
  const client = client_id === undefined ? {} : { client_id };
  const common = { on_destroy: otherWay(on_destroy), ...age, ...client };
  return put(play, chosen.at, { channels, ...common }, "change");
}

function remove(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  declare(play, { fleets: without(play.declared.fleets, chosen.at) });
  return `remove ${chosen.at}`;
}

function rename(play: Play): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const to = freshAddress(play, FLEET);
  const { fleets, moved } = play.declared;
  const said = play.random.below(2) === 0;
  declare(play, {
    fleets: { ...without(fleets, chosen.at), [to]: chosen.found },
    moved: said ? [...moved, { from: chosen.at, to }] : moved,
  });
  return `${said ? "move" : "rename without a word"} ${chosen.at} to ${to}`;
}

/** The switch of the next apply meets trouble. */
function flipKeyInTrouble(play: Play): string | undefined {
  let enabled = false;
  const words = changeKey(
    play,
    (fleet) => {
      const [id, wanted] = flipped(play, fleet);
      enabled = wanted;
      return [id, wanted];
    },
    "flip",
  );
  return words && `${words}; ${queueTrouble(play, enabled ? "enable_ctwa" : "disable_ctwa", 0)}`;
}

function dropKeyInTrouble(play: Play): string | undefined {
  const words = dropKey(play);
  return words && `${words}; ${queueTrouble(play, "disable_ctwa", play.random.below(2))}`;
}

function removeInTrouble(play: Play): string | undefined {
  const words = remove(play);
  return words && `${words}; ${queueTrouble(play, "disable_ctwa", play.random.below(2))}`;
}

/** Takes the client_id from each fleet with a channel of another client. */
export function followClients(play: Play): string | undefined {
  const { fleets } = play.declared;
  const wrong = Object.keys(fleets).filter((at) => hasStranger(play, fleets[at] as Fleet));
  if (wrong.length === 0) return undefined;
  const corrected = Object.entries(fleets).map(([at, { client_id, ...fleet }]) => {
    const keeps = client_id !== undefined && !wrong.includes(at);
    return [at, keeps ? { ...fleet, client_id } : fleet];
  });
  declare(play, { fleets: Object.fromEntries(corrected) });
  return `take the client from ${wrong.join(", ")}`;
}

function hasStranger({ simulator }: Play, { channels, client_id: wanted }: Fleet): boolean {
  return Object.keys(channels).some((id) => {
    const client = simulator.control.channel(id)?.client_id;
    return wanted !== undefined && client !== undefined && client !== wanted;
  });
}

function put(play: Play, at: string, fleet: Fleet, verb: string): string {
  declare(play, { fleets: { ...play.declared.fleets, [at]: fleet } });
  return `${verb} ${at}: ${JSON.stringify(fleet)}`;
}

/** What stands here twice happens twice as often. */
export const fleetSteps: readonly Step[] = [
  ...[createFleet, addKey, flipKey, flipKey, nameClient, followClients, dropKey, changeSettings],
  ...[remove, rename],
  ...[flipKeyInTrouble, flipKeyInTrouble, interrupted(flipKeyInTrouble), dropKeyInTrouble, removeInTrouble],
];
