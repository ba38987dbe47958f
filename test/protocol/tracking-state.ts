import type { Simulator } from "../../src/simulator";
import type { Core, Outcome } from "./core/core";
import type { Configuration } from "./core/plan";
import { type Switch, switchesOf, TRACKING } from "./switches";

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

function isOn({ simulator }: Stage, channelId: string): boolean | undefined {
  return simulator.control.channel(channelId)?.ctwa;
}

/** The switches in the state. */
export function savedSwitches({ core }: Pick<Stage, "core">): readonly Switch[] {
  return [...core.state].flatMap(([address, { attributes }]) => switchesOf(address, JSON.parse(attributes)));
}

/** The switches that a configuration declares. */
export function declaredSwitches({ resources = {} }: Configuration): readonly Switch[] {
  return Object.entries(resources).flatMap(([address, written]) => switchesOf(address, written));
}

/** Where state, store and configuration contradict each other, although nobody else has touched the store. */
export function disagreements(stage: Stage, config: Configuration, { errors }: Outcome): string[] {
  const tainted = [...stage.core.state].flatMap(([address, instance]) =>
    instance.tainted ? [`${address} is tainted`] : [],
  );
  const broken = errors.length > 0 ? [] : undone(stage, config);
  return [...lies(stage, savedSwitches(stage)), ...tainted, ...broken];
}

/** What the state says and the store does not; of a channel that is not there nothing can be said. */
export function lies(stage: Stage, saved: readonly Switch[]): string[] {
  return saved.flatMap(({ address, channelId, enabled, open }) => {
    const on = isOn(stage, channelId);
    if (open || on === undefined || enabled === on) return [];
    return [`${address}: the state says that ${channelId} is ${enabled}, the store ${on}`];
  });
}

/** What is declared and neither so nor said to be open, although there was no error. */
export function undone(stage: Stage, config: Configuration): string[] {
  const saved = new Map(savedSwitches(stage).map((found) => [nameOf(found), found]));
  return declaredSwitches(config).flatMap((declared) => {
    const found = saved.get(nameOf(declared));
    const done = found?.open || isOn(stage, declared.channelId) === declared.enabled;
    return found !== undefined && done ? [] : [`${nameOf(declared)} was said to be done, and is not`];
  });
}

function nameOf({ address, channelId }: Switch): string {
  return `${address} (${channelId})`;
}

interface Tracked {
  readonly channel_id: string;
  readonly enabled: boolean;
  readonly verification: string;
}

function tracked({ core }: Stage): Map<string, Tracked> {
  return new Map([...core.state].map(([address, { attributes }]) => [address, JSON.parse(attributes)]));
}

/** What a plan has to want of blocks, given the state and, where it can be seen, the store. */
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
