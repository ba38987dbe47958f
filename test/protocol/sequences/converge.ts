import type { Change } from "../core/plan";
import { disagreements } from "../tracking-state";
import { applyNow } from "./apply";
import { channelsIn, configurationOf } from "./declared";
import type { Play } from "./play";
import { followClients } from "./steps/fleets";
import { comeBack, flipUnseen } from "./steps/world";
import { twinsOf } from "./twins";

/** Without any more trouble an apply makes everything so, and the plan after it is empty. */
export async function converge(play: Play): Promise<string[]> {
  play.alarm = null;
  play.simulator.control.clearFaults();
  while (comeBack(play) !== undefined) {}
  followClients(play);
  const complaints = [];
  await catchUp(play);
  // A fleet that kept what left it has to be told again that it shall not.
  if (twinsOf(play).fleets.size > 0) complaints.push(...(await applyNow(play)).complaints);
  complaints.push(...(await shortcomings(play)));
  if (flipUnseen(play) !== undefined) complaints.push(...(await shortcomings(play)));
  return complaints;
}

/** A hub that reports late shows what is so in the end; until then a refresh may take what it shows for the truth. */
async function catchUp({ core, declared, simulator }: Play): Promise<void> {
  const { delayedFlag } = simulator.control.settings();
  for (let reads = 0; reads < delayedFlag; reads += 1) await core.plan(configurationOf(declared));
}

async function shortcomings(play: Play): Promise<string[]> {
  const { outcome, complaints } = await applyNow(play);
  const errors = outcome.errors.map(({ summary, detail }) => `at last: ${summary}: ${detail}`);
  const unsure = [...play.core.state].flatMap(([address, { attributes }]) => unsureOf(address, attributes));
  return [
    ...complaints,
    ...errors,
    ...disagreements(play, configurationOf(play.declared), outcome),
    ...unsure,
    ...sentElsewhere(play),
    ...(await lastWishes(play)),
  ];
}

/** What the last plan wants. What was switched just now may show late once more: then it takes one apply more. */
async function lastWishes(play: Play): Promise<string[]> {
  const config = configurationOf(play.declared);
  const late = play.simulator.control.settings().delayedFlag > 0;
  const plan = await play.core.plan(config);
  if (plan.changes.length === 0 || !late) return plan.changes.map(inWords);
  const { complaints } = await applyNow(play);
  const { changes } = await play.core.plan(config);
  return [...complaints, ...changes.map(inWords)];
}

function inWords({ address, action }: Pick<Change, "address" | "action">): string {
  return `the last plan still wants to ${action} ${address}`;
}

function unsureOf(address: string, attributes: string): string[] {
  const { verification, pending = {}, channels = {}, tracked_count: count } = JSON.parse(attributes);
  const on = Object.values<boolean>(channels).filter((enabled) => enabled).length;
  return [
    ...(["observed", "assumed"].includes(verification) ? [] : [`${address} is ${verification}`]),
    ...Object.entries(pending).map(([id, reason]) => `${address}: ${id} is pending (${reason})`),
    ...(count === undefined || count === on
      ? []
      : [`${address} counts ${count} tracked channels, not ${on}`]),
  ];
}

/**
 * A switch counts under the client that the channel is under: one that moved must have got its own. What a hub
 * reports in the declared position may never have been sent.
 */
function sentElsewhere({ simulator, declared }: Play): string[] {
  const isReported = simulator.control.settings().ctwaField !== null;
  const last = new Map<string, string>();
  for (const { path } of simulator.requests.list()) {
    const [, client = "", id = ""] = /\/clients\/([^/]+)\/channels\/([^/]+)\/\w+_ctwa$/.exec(path) ?? [];
    last.set(id, client);
  }
  return [...channelsIn(declared)].flatMap((id) => {
    const client = simulator.control.channel(id)?.client_id;
    const isSeen = isReported && !last.has(id);
    return isSeen || last.get(id) === client
      ? []
      : [`${id} is under ${client}, and was switched under ${last.get(id)}`];
  });
}
