import type { Provider } from "../../../src/framework";
import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import type { DynamicValue } from "../../../src/framework/protocol/generated/tfplugin6";
import { type Schema, schemaType } from "../../../src/framework/schema";
import { type ObjectValue, withoutUnknown } from "../../../src/framework/value";
import type { RequestOf, ResponseOf, RpcName } from "../../framework/rpc/test-server";
import { complete, type Written } from "../../framework/schema/core";
import { PluginError, type ProviderConnection, type StartProvider } from "./connection";

/** What core tells its user. */
export interface Message {
  readonly severity: "error" | "warning";
  /** The object it is about, "" for the provider. */
  readonly address: string;
  readonly summary: string;
  readonly detail: string;
}

/** In which order objects are worked on: without references between them, any is as good to core. */
export interface Schedule {
  /** How many at a time: -parallelism. */
  readonly atOnce: number;
  order(addresses: readonly string[]): readonly string[];
}

/** Ten at a time, as they come. */
export const USUAL: Schedule = { atOnce: 10, order: (addresses) => addresses };

/** One walk of core over all objects, with a provider process of its own. */
export interface Walk {
  readonly connection: ProviderConnection;
  readonly provider: Provider;
  readonly schedule: Schedule;
  readonly messages: Message[];
  /** Set by an interrupt: what has not begun is left. */
  stopped: boolean;
}

/** Ends the work on one object after its error was noted. */
export class Given extends Error {}

/** Opens a walk: starts the provider and configures it. */
export async function openWalk(provider: Provider, start: StartProvider, schedule: Schedule): Promise<Walk> {
  return { connection: await start(), provider, schedule, messages: [], stopped: false };
}

/** Configures the provider; whether that worked. */
export async function configure(walk: Walk, settings: Written): Promise<boolean> {
  const config = wire(walk.provider.schema, complete(walk.provider.schema, settings));
  return attempt(async () => {
    await ask(walk, "", "ValidateProviderConfig", { config });
    await ask(walk, "", "ConfigureProvider", { config, terraformVersion: "1.11.4" });
  });
}

/** Works on all objects, some at a time; an error on one leaves the others alone. */
export async function each(
  walk: Walk,
  addresses: Iterable<string>,
  work: (address: string) => Promise<void>,
) {
  const { atOnce, order } = walk.schedule;
  const left = [...order([...addresses])];
  const next = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const here = address;
      if (walk.stopped) continue;
      await attempt(() => work(here));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Given) return false;
    throw error;
  }
}

/** Asks the provider; its diagnostics are noted. @throws Given when there is an error among them */
export async function ask<N extends RpcName>(
  walk: Walk,
  address: string,
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const { response, failed } = await tryAsk(walk, address, name, request);
  if (failed) throw new Given();
  return response;
}

/** The same, where an answer counts beside its errors too. @throws Given when there is no answer */
export async function tryAsk<N extends RpcName>(
  walk: Walk,
  address: string,
  name: N,
  request: RequestOf<N>,
): Promise<{ response: ResponseOf<N>; failed: boolean }> {
  try {
    const response = await walk.connection.call(name, request);
    const { diagnostics = [] } = response as { diagnostics?: readonly DiagnosticMessage[] };
    for (const { severity, summary, detail } of diagnostics) {
      walk.messages.push({ severity: severity === 1 ? "error" : "warning", address, summary, detail });
    }
    return { response, failed: diagnostics.some(({ severity }) => severity === 1) };
  } catch (error) {
    if (!(error instanceof PluginError)) throw error;
    return refuse(walk, address, error.message);
  }
}

interface DiagnosticMessage {
  readonly severity: number;
  readonly summary: string;
  readonly detail: string;
}

/** Notes an error of core's own, where the provider broke a rule. @throws Given */
export function refuse(walk: Walk, address: string, summary: string, lines: readonly string[] = []): never {
  walk.messages.push({ severity: "error", address, summary, detail: lines.join("\n") });
  throw new Given();
}

/** The type in an address: `dialog360_channel.one`, `data.dialog360_channel.one`. */
export function typeOf(address: string): string {
  return address.replace(/^data\./, "").replace(/\..*$/, "");
}

/** Schema of the resource or data source at an address. */
export function schemaOf({ provider }: Walk, address: string): Schema {
  const kinds = address.startsWith("data.") ? provider.dataSources : provider.resources;
  const found = kinds.find(({ type }) => `${provider.name}_${type}` === typeOf(address));
  if (found === undefined) throw new Error(`the provider has no ${typeOf(address)}`);
  return found.schema;
}

/** An object as it is sent. */
export function wire(schema: Schema, object: ObjectValue | null): DynamicValue {
  return toDynamicValue(schemaType(schema), object);
}

/** An object as it was answered. */
export function unwire(schema: Schema, answer: DynamicValue | undefined): ObjectValue | null {
  return fromDynamicValue(schemaType(schema), answer) as ObjectValue | null;
}

/** What core keeps of an object that it had to refuse. */
export function known(object: ObjectValue): ObjectValue {
  return withoutUnknown(object) as ObjectValue;
}
