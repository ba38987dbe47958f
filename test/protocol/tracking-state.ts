import type { Simulator } from "../../src/simulator";
import type { Core, Outcome } from "./core/core";
import type { Configuration } from "./core/plan";

/** Type of the resource that switches tracking. */
export const TRACKING = "dialog360_channel_ctwa_tracking";

/** A state, the store of the simulated hub, and whether the one can see the other. */
export interface Stage {
  readonly simulator: Simulator;
  readonly core: Pick<Core, "state">;
  /** Whether the hub reports the switch. */
  readonly reported: boolean;
}

/** A configuration with one resource for each channel, under its own name. */
export function tracking(ids: readonly string[], attributes: object): Configuration {
  return {
    resources: Object.fromEntries(ids.map((id) => [`${TRACKING}.${id}`, { channel_id: id, ...attributes }])),
  };
}

interface Tracked {
  readonly channel_id: string;
  readonly enabled: boolean;
  readonly verification: string;
}

function tracked({ core }: Stage): Map<string, Tracked> {
  return new Map([...core.state].map(([address, { attributes }]) => [address, JSON.parse(attributes)]));
}

function isOn({ simulator }: Stage, channelId: string): boolean | undefined {
  return simulator.control.channel(channelId)?.ctwa;
}

/** Where state, store and configuration contradict each other, although nobody else has touched the store. */
export function disagreements(
  stage: Stage,
  { resources = {} }: Configuration,
  { errors }: Outcome,
): string[] {
  const found = tracked(stage);
  const lies = [...found].flatMap(([address, { channel_id: id, enabled, verification }]) =>
    verification === "stale" || enabled === isOn(stage, id)
      ? []
      : [`${address}: the state says ${enabled} (${verification}), the store ${isOn(stage, id)}`],
  );
  const tainted = [...stage.core.state].flatMap(([address, instance]) =>
    instance.tainted ? [`${address} is tainted`] : [],
  );
  const undone = Object.entries(resources).flatMap(([address, { channel_id: id, enabled = true }]) =>
    errors.length > 0 || (isOn(stage, String(id)) === enabled && found.has(address))
      ? []
      : [`${address} was said to be done, and is not`],
  );
  return [...lies, ...tainted, ...undone];
}

/** What a plan has to want, given the state and, where it can be seen, the store. */
export function rightChanges(stage: Stage, { resources = {} }: Configuration): string[] {
  const found = tracked(stage);
  const wanted = Object.entries(resources).flatMap(([address, { enabled = true }]) => {
    const now = found.get(address);
    if (now === undefined) return [`create ${address}`];
    const seen = stage.reported ? isOn(stage, now.channel_id) : now.enabled;
    const unsure = !stage.reported && ["stale", "unverified"].includes(now.verification);
    return seen === enabled && !unsure ? [] : [`update ${address}`];
  });
  const left = [...found.keys()].filter((address) => !(address in resources));
  return [...wanted, ...left.map((address) => `delete ${address}`)].sort();
}
