import { disagreements } from "../tracking-state";
import { type Applied, applyNow } from "./apply";
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
  if (takesOneMore(play)) complaints.push(...(await applyNow(play)).complaints);
  complaints.push(...(await shortcomings(play, await applyNow(play))));
  if (flipUnseen(play) !== undefined) complaints.push(...(await shortcomings(play, await applyNow(play))));
  return complaints;
}

/** A hub that reports late may show a refresh what is not so any more; a fleet that keeps for one apply has to be told again. */
function takesOneMore(play: Play): boolean {
  return twinsOf(play).fleets.size > 0;
}

async function shortcomings(play: Play, { outcome, complaints }: Applied): Promise<string[]> {
  const config = configurationOf(play.declared);
  const errors = outcome.errors.map(({ summary, detail }) => `at last: ${summary}: ${detail}`);
  const unsure = [...play.core.state].flatMap(([address, { attributes }]) => unsureOf(address, attributes));
  const { changes } = await play.core.plan(config);
  return [
    ...complaints,
    ...errors,
    ...disagreements(play, config, outcome),
    ...unsure,
    ...sentElsewhere(play),
    ...changes.map(({ address, action }) => `the last plan still wants to ${action} ${address}`),
  ];
}

function unsureOf(address: string, attributes: string): string[] {
  const { verification, pending = {}, channels = {}, tracked_count: count } = JSON.parse(attributes);
  const on = Object.values<{ enabled: boolean }>(channels).filter(({ enabled }) => enabled).length;
  return [
    ...(["observed", "assumed"].includes(verification) ? [] : [`${address} is ${verification}`]),
    ...Object.entries(pending).map(([id, reason]) => `${address}: ${id} is pending (${reason})`),
    ...(count === undefined || count === on
      ? []
      : [`${address} counts ${count} tracked channels, not ${on}`]),
  ];
}

/** A switch counts under the client that the channel is under: one that moved must have got its own. */
function sentElsewhere({ simulator, declared }: Play): string[] {
  const last = new Map<string, string>();
  for (const { path } of simulator.requests.list()) {
    const [, client = "", id = ""] = /\/clients\/([^/]+)\/channels\/([^/]+)\/\w+_ctwa$/.exec(path) ?? [];
    last.set(id, client);
  }
  return [...channelsIn(declared)].flatMap((id) => {
    const client = simulator.control.channel(id)?.client_id;
    return last.get(id) === client
      ? []
      : [`${id} is under ${client}, and was switched under ${last.get(id)}`];
  });
}
