import type { Core, Outcome } from "./core";

/** The front door of the example house, as a configuration. */
export const front = { resources: { "house_door.front": { name: "front" } } };

/** What a command told its user, such as `error: Plugin did not respond`. */
export function summaries({ messages }: Outcome): string[] {
  return messages.map(({ severity, summary }) => `${severity}: ${summary}`);
}

/** What a plan would do, such as `create house_door.front`. */
export async function actions(core: Core, config: object): Promise<string[]> {
  return (await core.plan(config)).changes.map(({ address, action }) => `${action} ${address}`);
}

/** What stands in the state, with its taint beside its attributes; undefined where nothing does. */
export function saved(core: Core, address = "house_door.front") {
  const instance = core.state.get(address);
  return instance === undefined
    ? undefined
    : { ...JSON.parse(instance.attributes), tainted: instance.tainted };
}
