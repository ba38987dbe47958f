import type { ChannelRef } from "../../client";
import { ReadOnlyError } from "../../client";
import {
  action,
  bool,
  type Context,
  DiagnosticError,
  type Diagnostics,
  isUnknown,
  ofType,
  type StateOf,
  string,
  timeouts,
  types,
  type UncertainOf,
} from "../../framework";
import { terminatedBy } from "../channels";
import { summarise } from "../explain";
import { partnerOf, partnerSetting } from "../partner";
import type { Session } from "../session";
import { carryOut, examineMany, onOff } from "../switching";
import { eachId, optionalId } from "../validators";

const schema = {
  partner_id: partnerSetting,
  channel_ids: ofType(types.list(types.string), {
    optional: true,
    nullElements: false,
    validate: [eachId],
    description: 'Ids of the channels, such as `["exampleCH"]`; set either this or `client_id`.',
  }),
  client_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of a client, such as `exampleCL`, whose channels are switched unless they are terminated; set either this or `channel_ids`.",
  }),
  enabled: bool({
    default: true,
    description: "Whether tracking is switched on (`true`, the default) or off.",
  }),
  timeouts: timeouts({ invoke: null }),
};

type Config = StateOf<typeof schema>;

/** Sends the switch of channels now, whatever position the state or the hub shows. */
export const sendCtwaSwitch = action<Session>()({
  type: "send_ctwa_switch",
  description:
    "Sends the CTWA switch of channels now, whatever position the state or the hub shows. It changes no state. The provider's `read_only` and `max_disables_per_run` apply.",
  schema,
  validate: ({ config, diagnostics }) => checkTarget(config, diagnostics),
  async plan({ config, client, diagnostics }) {
    const { partner_id: own, channel_ids: ids } = config;
    const partnerId = isUnknown(own) ? own : (own ?? client.partnerId);
    if (config.enabled !== false || typeof partnerId !== "string" || ids === null || isUnknown(ids)) return;
    client.guards.countDisables(
      partnerId,
      ids.filter((id) => typeof id === "string"),
      diagnostics,
    );
  },
  async *invoke(context) {
    const { config, client, diagnostics } = context;
    checkTarget(config, diagnostics);
    if (diagnostics.hasErrors) return;
    const partnerId = partnerOf(config.partner_id, client);
    const { refs, failures } = await findChannels(context, partnerId, config);
    const enabled = config.enabled !== false;
    client.progress.expect(refs.length, diagnostics);
    yield `Switching CTWA tracking ${onOff(enabled)}: ${refs.length} channels`;
    for (let from = 0; from < refs.length && !context.signal.aborted; from += SIDE_BY_SIDE) {
      const some = refs.slice(from, from + SIDE_BY_SIDE);
      const failed = await sendSome(context, some, enabled);
      for (const [channelId, why] of failed) failures.set(channelId, why);
      yield `${Math.min(from + SIDE_BY_SIDE, refs.length)} of ${refs.length} channels done, ${failures.size} failed`;
      if (failed.size === SIDE_BY_SIDE) break;
    }
    reportFailures(failures, diagnostics);
  },
});

/** Number of switches that are sent concurrently. If all of them fail, the rest is not sent. */
const SIDE_BY_SIDE = 20;

type Invoking = Context<Session>;
type Failures = Map<string, string>;

function checkTarget({ channel_ids, client_id }: UncertainOf<typeof schema>, diagnostics: Diagnostics): void {
  if (isUnknown(channel_ids) || isUnknown(client_id)) return;
  if ((channel_ids === null) !== (client_id === null)) return;
  diagnostics.error(
    "Channels of the action are not named",
    "Set either channel_ids (a list of channels) or client_id (all channels of one client), and not both.",
    "channel_ids",
  );
}

/** Finds the channels whose switch can be sent, and the reasons why others cannot. */
async function findChannels(
  { client, signal, deadline }: Invoking,
  partnerId: string,
  { channel_ids: ids, client_id: clientId }: Config,
): Promise<{ readonly refs: readonly ChannelRef[]; readonly failures: Failures }> {
  const limits = { signal, deadline };
  const now = client.clock.now();
  const channelIds =
    ids ??
    (await client.api.channels.list(partnerId, { clientId }, limits)).flatMap((channel) =>
      terminatedBy(channel, now) === null ? [channel.id] : [],
    );
  if (channelIds.length === 0 && clientId !== null) throw noChannels(clientId);
  const channels = [...new Set(channelIds)].map((channelId) => ({ channelId, clientId }));
  const subjects = { partnerId, declaredBy: "key", channels } as const;
  const refs: ChannelRef[] = [];
  const failures: Failures = new Map();
  for (const [channelId, finding] of await examineMany(client, subjects, limits)) {
    if (finding.hindrance === null) refs.push({ partnerId, clientId: finding.clientId, channelId });
    else failures.set(channelId, finding.hindrance.detail);
  }
  return { refs, failures };
}

/** Sends some switches concurrently. @throws ReadOnlyError if the provider may only read */
async function sendSome(context: Invoking, refs: readonly ChannelRef[], enabled: boolean): Promise<Failures> {
  const { writes } = context.client;
  const failures: Failures = new Map();
  const send = async (ref: ChannelRef) => {
    // With `channel: null`, the switch is sent even if the hub already reports this position.
    const order = { ref, enabled, leaves: false, disables: !enabled, record: undefined, channel: null };
    try {
      await writes.inTurn(ref, context.signal, () => carryOut(context, order));
    } catch (error) {
      if (error instanceof ReadOnlyError) throw error;
      failures.set(ref.channelId, summarise(error));
    }
  };
  await Promise.all(refs.map(send));
  return failures;
}

/** Maximum number of failures that are shown in full. */
const MOST_TOLD = 10;

function reportFailures(failures: Failures, diagnostics: Diagnostics): void {
  if (failures.size === 0) return;
  const told = [...failures].slice(0, MOST_TOLD).map(([channelId, why]) => `${channelId}: ${why}`);
  const more = failures.size > MOST_TOLD ? [`and ${failures.size - MOST_TOLD} more`] : [];
  diagnostics.error(
    "Some switches were not sent",
    `${failures.size} channels were not switched. The others were. When the cause is fixed, invoke the action again: sending a switch twice does no harm.\n\n${[...told, ...more].join("\n")}`,
  );
}

function noChannels(clientId: string): DiagnosticError {
  return new DiagnosticError(
    "Client has no channels",
    `The partner has no channel of the client ${clientId} whose tracking can be switched. Check client_id.`,
    "client_id",
  );
}
