import type { JsonDocument } from "../input/json-documents";

/** A channel that a state manages. */
export interface ManagedChannel {
  readonly channelId: string;
  readonly partnerId: string | null;
  /** The client that the state names; null if a fleet takes channels of any client. */
  readonly clientId: string | null;
  /** Whether tracking is on; null if the state does not know. */
  readonly enabled: boolean | null;
  /** `observed`, `assumed`, `stale` or `unverified`; in a fleet the worst of all its channels. */
  readonly verification: string | null;
  /** Why a channel of a fleet is not as declared, as one word; null if it is. */
  readonly pending: string | null;
  /** When the provider last sent the switch; null if it has not, and in a fleet. */
  readonly assertedAt: string | null;
  /** Age after which a switch that the hub does not report is sent again; null if it never is. */
  readonly reassertAfter: string | null;
  /** Address of the block or fleet, with its modules. */
  readonly address: string;
  /** The file that the state was read from. */
  readonly source: string;
}

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/** The channels that a state manages. @throws Error if the document is not the output of `terraform show -json` */
export function channelsInState({ source, value }: JsonDocument): readonly ManagedChannel[] {
  const { values } = stateIn(value, source);
  return resourcesIn(Object(values)["root_module"], source).flatMap((resource) => {
    if (resource.type === "dialog360_channel_ctwa_tracking") return [blockOf(resource)];
    return resource.type === "dialog360_ctwa_tracking_fleet" ? fleetOf(resource) : [];
  });
}

function stateIn(value: unknown, source: string): { readonly values?: unknown } {
  const json = Object(value) as Readonly<Record<string, unknown>>;
  const wanted = "It has to be the output of `terraform show -json` without a plan file.";
  if ("resource_changes" in json || "planned_values" in json) {
    throw new Error(`${source} is a plan, not a state. ${wanted}`);
  }
  if ("serial" in json && "resources" in json)
    throw new Error(`${source} is a state file as stored. ${wanted}`);
  const isState = typeof json["format_version"] === "string" && !("provider_schemas" in json);
  if (!isState) throw new Error(`${source} is not a state. ${wanted}`);
  return json;
}

function resourcesIn(module: unknown, source: string): readonly Resource[] {
  const { resources, child_modules: children } = Object(module) as Readonly<Record<string, unknown>>;
  const own = listOf(resources).map((item) => Object(item) as Readonly<Record<string, unknown>>);
  return [
    ...own
      .filter(({ mode, deposed_key: deposed }) => mode === "managed" && deposed === undefined)
      .map(({ address, type, values }) => ({
        ...{ address: String(address), type: String(type), source },
        values: Object(values) as Readonly<Record<string, unknown>>,
      })),
    ...listOf(children).flatMap((child) => resourcesIn(child, source)),
  ];
}

function blockOf({ address, source, values }: Resource): ManagedChannel {
  return {
    channelId: String(values["channel_id"]),
    ...{ partnerId: textIn(values, "partner_id"), clientId: textIn(values, "client_id") },
    enabled: typeof values["enabled"] === "boolean" ? values["enabled"] : null,
    ...{ verification: textIn(values, "verification"), pending: null },
    ...{ assertedAt: textIn(values, "asserted_at"), address, source },
    reassertAfter: textIn(values, "reassert_after"),
  };
}

function fleetOf({ address, source, values }: Resource): readonly ManagedChannel[] {
  const pending = new Map(Object.entries(Object(values["pending"])));
  const shared = {
    ...{ partnerId: textIn(values, "partner_id"), clientId: textIn(values, "client_id") },
    ...{ verification: textIn(values, "verification"), assertedAt: null, address, source },
    reassertAfter: textIn(values, "reassert_after"),
  };
  return Object.entries(Object(values["channels"])).map(([channelId, enabled]) => ({
    ...shared,
    ...{ channelId, enabled: typeof enabled === "boolean" ? enabled : null },
    pending: (pending.get(channelId) as string | undefined) ?? null,
  }));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(values: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = values[name];
  return typeof value === "string" ? value : null;
}
