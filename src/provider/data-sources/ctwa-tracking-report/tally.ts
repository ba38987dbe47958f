import { type ComparedChannel, type ComparisonInput, compareChannels, groupBy } from "../../../comparison";

/** Input of a report. */
export interface ReportFacts extends Omit<ComparisonInput, "declared"> {
  /** Declared tracking states by channel id. */
  readonly declared: ReadonlyMap<string, boolean>;
}

/** Numbers of one client's channels. */
export interface ClientTally {
  readonly client_name: string | null;
  readonly total: number;
  readonly declared: number;
  readonly as_declared: number;
  readonly differs: number;
  readonly unknown: number;
  readonly terminated: number;
  readonly undeclared: number;
  readonly tracked_but_undeclared: number;
}

const listNames = [
  ...(["on", "off", "unknown", "missing", "terminated", "moved"] as const),
  ...(["differs", "undeclared", "tracked_but_undeclared"] as const),
] as const;

/** The lists and numbers of a report. Each declared channel is in exactly one of the first five lists. */
export interface Tally extends Readonly<Record<(typeof listNames)[number], readonly string[]>> {
  readonly coverage: number;
  readonly total: number;
  readonly by_client: ReadonlyMap<string, ClientTally>;
}

/** Compares declared tracking states with the channels of the hub. */
export function tally({ declared, ...facts }: ReportFacts): Tally {
  const shared = { clientIds: facts.clientIds, evidence: "unverified", sentAt: null, source: null } as const;
  const wanted = new Map([...declared].map(([id, enabled]) => [id, { ...shared, enabled }]));
  const compared = compareChannels({ ...facts, declared: wanted });
  const lists = Object.fromEntries(listNames.map((name) => [name, [] as string[]])) as unknown as Record<
    (typeof listNames)[number],
    string[]
  >;
  for (const one of compared) for (const name of listsOf(one)) lists[name].push(one.id);
  for (const ids of Object.values(lists)) ids.sort();
  const right = compared.filter(isRight).length;
  return {
    ...lists,
    coverage: declared.size === 0 ? 1 : right / declared.size,
    total: compared.filter((one) => isCounted(one, facts.clientIds)).length,
    by_client: byClient(compared, facts.clientIds),
  };
}

function listsOf(one: ComparedChannel): (typeof listNames)[number][] {
  if (one.declared === null) {
    return one.reported === true ? ["undeclared", "tracked_but_undeclared"] : ["undeclared"];
  }
  const { finding, reported } = one;
  const ended = finding === "missing" || finding === "terminated" ? finding : null;
  const seen = reported === null ? "unknown" : reported ? "on" : "off";
  return [
    ended ?? seen,
    ...(one.isElsewhere ? (["moved"] as const) : []),
    ...(isOpposite(one) ? (["differs"] as const) : []),
  ];
}

/** Whether the hub reports a channel as declared, whatever its client. */
function isRight({ finding, declared, reported }: ComparedChannel): boolean {
  return finding !== "terminated" && declared !== null && reported === declared.enabled;
}

function isOpposite({ finding, declared, reported }: ComparedChannel): boolean {
  return finding !== "terminated" && declared !== null && reported !== null && reported !== declared.enabled;
}

/** Whether a channel belongs to one of the selected clients and is not terminated. */
function isCounted({ finding, channel }: ComparedChannel, clientIds: ReadonlySet<string> | null): boolean {
  if (channel === null || finding === "terminated") return false;
  return clientIds === null || (channel.clientId !== null && clientIds.has(channel.clientId));
}

/** Numbers of the selected clients, sorted by id. A channel that the hub does not list has no client. */
function byClient(
  compared: readonly ComparedChannel[],
  clientIds: ReadonlySet<string> | null,
): ReadonlyMap<string, ClientTally> {
  const groups = groupBy(compared, ({ channel }) => channel?.clientId ?? null);
  const tallies: (readonly [string, ClientTally])[] = [];
  for (const [clientId, group] of groups) {
    if (clientId === null || (clientIds !== null && !clientIds.has(clientId))) continue;
    tallies.push([clientId, tallyClient(group)]);
  }
  return new Map(tallies.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tallyClient(group: readonly ComparedChannel[]): ClientTally {
  const number = (isMeant: (one: ComparedChannel) => boolean) => group.filter(isMeant).length;
  return {
    client_name: group[0]?.channel?.clientName ?? null,
    total: number(({ finding }) => finding !== "terminated"),
    declared: number(({ declared }) => declared !== null),
    as_declared: number(isRight),
    differs: number(isOpposite),
    unknown: number(
      ({ finding, declared, reported }) => declared !== null && reported === null && finding !== "terminated",
    ),
    terminated: number(({ finding }) => finding === "terminated"),
    undeclared: number(({ declared }) => declared === null),
    tracked_but_undeclared: number(({ finding }) => finding === "unmanaged-tracked"),
  };
}
