import { at, type CheckPlanContext, type Diagnostic } from "../../../framework";
import { type ChannelProblem, checkChannels, checkPartnerChange } from "../../plan-checks";
import type { Session } from "../../session";
import { mustSend } from "./plan";
import type { schema } from "./schema";

type CheckContext = CheckPlanContext<Session, typeof schema>;

/** Counts the switches that a planned block sends, checks it against the hub, and tells how long all of them take. */
export async function checkTracking(context: CheckContext): Promise<void> {
  const { forecast } = context.client.checks;
  forecast.add(countSwitches(context));
  await checkChannel(context);
  await forecast.tell(context);
}

async function checkChannel(context: CheckContext): Promise<void> {
  const { plan, prior, config } = context;
  if (plan === null) return;
  const { partner_id: partnerId, channel_id: channelId } = plan;
  if (typeof partnerId !== "string" || typeof channelId !== "string") return;
  const fallbackClientId = typeof plan.client_id === "string" ? plan.client_id : null;
  const channels = [{ channelId, clientId: config.client_id, fallbackClientId }];
  const planned = { partnerId, channels, declaredBy: "block" } as const;
  if (prior !== null && context.replaces) {
    // Terraform then plans the new object by itself, and its channel is checked there.
    if (prior.partner_id === null || prior.partner_id === partnerId) return;
    const isOwn = config.partner_id !== null;
    return checkPartnerChange(context, { from: prior.partner_id, to: planned, isOwn });
  }
  if (prior === null || mustSend(plan, prior) || namesOtherClient(context)) {
    await checkChannels(context, planned, (problems) => problems.map(describe));
  }
}

function namesOtherClient({ config, prior }: CheckContext): boolean {
  return config !== null && config.client_id !== null && config.client_id !== prior?.client_id;
}

function describe({ code, summary, detail }: ChannelProblem): Diagnostic {
  const attribute = code === "gone" || code === "terminated" ? "channel_id" : "client_id";
  return { severity: "error", summary, detail, path: at(attribute) };
}

/** A replacement is planned twice: first as the destroy of the old object, which is counted here, then as a create. */
function countSwitches({ plan, prior, replaces }: CheckContext): number {
  if (prior === null) return plan?.on_create === "assume" ? 0 : 1;
  if (plan === null || replaces) return prior.on_destroy === "keep" ? 0 : 1;
  return mustSend(plan, prior) ? 1 : 0;
}
