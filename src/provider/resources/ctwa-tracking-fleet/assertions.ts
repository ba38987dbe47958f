import { type Json, type PrivateState, tryParseDuration } from "../../../framework";

/** What was last sent for a channel: under which client, and when, in seconds since 1970. */
export interface Assertion {
  readonly clientId: string;
  readonly at: number;
  /** The position that was sent without getting a clear answer, so that it may be in force; null once one was accepted. */
  readonly unanswered: boolean | null;
}

/** Assertions by channel id. State holds what is declared, so it alone could not tell what was sent. */
export type Assertions = ReadonlyMap<string, Assertion>;

const KEY = "asserted";

/** What was sent, as it is kept beside the state; an entry in another form counts as never sent. */
export function readAssertions(kept: PrivateState): Assertions {
  const entries = Object.entries((kept.get(KEY) ?? {}) as Readonly<Record<string, Json>>);
  return new Map(
    entries.flatMap(([channelId, value]) => (isEntry(value) ? [[channelId, toAssertion(value)]] : [])),
  );
}

/** Keeps what was sent for the channels that are in the state; sorted, so that the same content has the same bytes. */
export function writeAssertions(
  kept: PrivateState,
  assertions: Assertions,
  channels: ReadonlyMap<string, unknown>,
): void {
  const sorted = [...assertions]
    .filter(([channelId]) => channels.has(channelId))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  kept.set(KEY, Object.fromEntries(sorted.map(([channelId, assertion]) => [channelId, toEntry(assertion)])));
}

/** Such as `["exampleCL", 1769860800]`, with the position behind where no answer came. */
type Entry = readonly [clientId: string, at: number, ...unanswered: Json[]];

function toEntry({ clientId, at, unanswered }: Assertion): Entry {
  return unanswered === null ? [clientId, at] : [clientId, at, unanswered];
}

function isEntry(value: Json): value is Entry {
  return Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";
}

function toAssertion([clientId, at, unanswered]: Entry): Assertion {
  return { clientId, at, unanswered: typeof unanswered === "boolean" ? unanswered : null };
}

/** Says of what was sent whether it is older than `reassert_after`, as of now. */
export function overdueBy(
  reassertAfter: string | null,
  now: number,
): (assertion: Assertion | undefined) => boolean {
  const age = reassertAfter === null ? undefined : tryParseDuration(reassertAfter);
  if (age === undefined) return () => false;
  return (assertion) => assertion !== undefined && now - assertion.at * 1000 > age;
}
