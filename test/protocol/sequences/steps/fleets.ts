import { FLEET } from "../../switches";
import { type Fleet, type Key, without } from "../declared";
import { declare, type Play } from "../play";
import { drawCommon, freeChannels, freshAddress, one, oneOf, otherWay, type Step, some } from "./step";
import { interrupted, queueTrouble } from "./trouble";

/** Declares a fleet of some channels that are not declared yet. */
export function createFleet(play: Play): string | undefined {
  const ids = some(play, freeChannels(play));
  if (ids.length === 0) return undefined;
  const channels = Object.fromEntries(ids.map((id) => [id, drawKey(play, id)]));
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

function drawKey({ random, simulator }: Play, id: string): Key {
  const enabled = random.below(3) > 0;
  const client = simulator.control.channel(id)?.client_id;
  return client === undefined || random.below(2) === 0 ? { enabled } : { enabled, client_id: client };
}

function addKey(play: Play): string | undefined {
  const id = one(play, freeChannels(play));
  return id === undefined ? undefined : changeKey(play, () => [id, drawKey(play, id)], "add");
}

function flipKey(play: Play): string | undefined {
  return changeKey(play, (fleet) => flipped(play, fleet), "flip");
}

/** A client that the hub does not have the channel under is a mistake: nothing is switched until it is mended. */
function nameClient(play: Play): string | undefined {
  const name = ({ channels }: Fleet): [string, Key] => {
    const [id, { enabled, client_id }] = play.random.pick(entriesOf(channels));
    if (client_id !== undefined) return [id, { enabled }];
    return [id, { enabled, client_id: play.simulator.control.channel(id)?.client_id ?? "bakeryCL" }];
  };
  return changeKey(play, name, "change");
}

function changeKey(
  play: Play,
  change: (fleet: Fleet) => readonly [id: string, key: Key],
  verb: string,
): string | undefined {
  const chosen = oneOf(play, play.declared.fleets);
  if (chosen === undefined) return undefined;
  const [id, key] = change(chosen.found);
  const channels = { ...chosen.found.channels, [id]: key };
  return put(play, chosen.at, { ...chosen.found, channels }, `${verb} ${id} in`);
}

function flipped({ random }: Play, { channels }: Fleet): [string, Key] {
  const [id, key] = random.pick(entriesOf(channels));
  return [id, { ...key, enabled: !key.enabled }];
}

// A fleet has one channel at least.
function entriesOf(channels: Fleet["channels"]): [[string, Key], ...[string, Key][]] {
  return Object.entries(channels) as [[string, Key], ...[string, Key][]];
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
  const { channels, on_destroy, reassert_after } = chosen.found;
  const age =
    (reassert_after === undefined) === (play.random.below(2) === 0) ? { reassert_after: "24h" } : {};
  return put(play, chosen.at, { channels, on_destroy: otherWay(on_destroy), ...age }, "change");
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
      const [id, key] = flipped(play, fleet);
      enabled = key.enabled;
      return [id, key];
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

/** Corrects each client_id that is not the channel's client. */
export function followClients(play: Play): string | undefined {
  const wrong = Object.values(play.declared.fleets).flatMap(({ channels }) =>
    Object.entries(channels).filter(([id, key]) => correct(play, id, key) !== key),
  );
  if (wrong.length === 0) return undefined;
  const fleets = Object.entries(play.declared.fleets).map(([at, fleet]) => {
    const channels = Object.entries(fleet.channels).map(([id, key]) => [id, correct(play, id, key)]);
    return [at, { ...fleet, channels: Object.fromEntries(channels) }];
  });
  declare(play, { fleets: Object.fromEntries(fleets) });
  return `correct the client of ${wrong.map(([id]) => id).join(", ")}`;
}

function correct({ simulator }: Play, id: string, key: Key): Key {
  const client = simulator.control.channel(id)?.client_id;
  if (key.client_id === undefined || client === undefined || client === key.client_id) return key;
  return { ...key, client_id: client };
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
