import { type Channel, DecodeError } from "../../../client";
import { type CheckPlanContext, isUnknown } from "../../../framework";
import { findObstacle } from "../../channels";
import { partnerOf } from "../../partner";
import { type Problem, problemAt, reportProblems } from "../../plan-checks";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { describeKeyword, findPostback, formatKeyword, type KeywordIds, orNullIfAbsent } from "./keyword";
import { mustSend } from "./plan";
import type { schema, Uncertain } from "./schema";
import { isSameUrl } from "./url";

type Checking = CheckPlanContext<Session, typeof schema>;

/** Checks a plan that sets a postback: its app and ad, and the tracking of its channel, as far as they can be known. */
export async function checkPostback(context: Checking): Promise<void> {
  const { plan, prior, replaces } = context;
  // The new object of a replacement is planned, and checked, once more without the old one.
  if (plan === null || replaces) return;
  const names = prior === null || plan.channel_id !== prior.channel_id;
  if (!names && !mustSend(plan, prior)) return;
  await reportProblems(context, async () => [
    ...(prior === null ? await checkKeyword(context, plan) : []),
    ...(await checkTracking(context, plan)),
  ]);
}

/** Asks Signals for the keyword. A 404 may mean a keyword without a postback, so the ad is asked for then. */
async function checkKeyword(context: Checking, plan: Uncertain): Promise<readonly Problem[]> {
  const { app_id, ad_id, keyword_id } = plan;
  const { client: session, signal, deadline } = context;
  if (typeof app_id !== "string" || typeof ad_id !== "string" || typeof keyword_id !== "string") return [];
  const ids = { app_id, ad_id, keyword_id };
  if (session.checks.isGone(formatKeyword(ids))) return [];
  const url = await findPostback(ids, context);
  if (url !== null) {
    warnOfReplaced(context, ids, url);
    return [];
  }
  try {
    if ((await orNullIfAbsent(session.api.signals.ad(app_id, ad_id, { signal, deadline }))) !== null)
      return [];
  } catch (error) {
    // A success of any shape shows that the ad exists.
    if (error instanceof DecodeError) return [];
    throw error;
  }
  return [
    problemAt(
      "ad_id",
      titles.adNotFound,
      `Signals has no ad ${ad_id} under the app ${app_id} (404). Check both ids: an ad is found only under the app of the channel whose chats it opens.`,
    ),
  ];
}

function warnOfReplaced(
  { config, client: session, diagnostics }: Checking,
  ids: KeywordIds,
  url: string,
): void {
  const wanted = config?.url_wo ?? config?.url ?? null;
  if (wanted === null || isUnknown(wanted) || isSameUrl(wanted, url)) return;
  session.repeats.warn(
    diagnostics,
    titles.postbackReplaced,
    `Signals has another URL for ${describeKeyword(ids)}, which apply replaces. Neither is shown here. If somebody else needs it, do not apply; to adopt the postback instead, import ${formatKeyword(ids)}.`,
  );
}

/** Signals takes keywords only where CTWA tracking is on. A declaration of this run counts before the hub's word. */
async function checkTracking(context: Checking, plan: Uncertain): Promise<readonly Problem[]> {
  const { client: session, signal, deadline, diagnostics } = context;
  const { app_id: appId, channel_id: channelId } = plan;
  if (typeof channelId !== "string") {
    const isDeclaredOff = typeof appId === "string" && session.declared.ofApp(appId) === false;
    return isDeclaredOff ? [trackingIsOff("app_id", `the channel with the app ${appId}`)] : [];
  }
  const target = { partnerId: partnerOf(null, session), channelId };
  if (session.checks.hasVanished(target)) return [];
  const channel = await session.api.channels.find(target.partnerId, channelId, { signal, deadline });
  const wanted = { ...target, clientId: null, declaredBy: "block" } as const;
  const obstacle = findObstacle(channel, wanted, session.clock.now());
  if (obstacle !== null) return [problemAt("channel_id", obstacle.summary, obstacle.detail)];
  // An obstacle is what there is in place of a channel.
  const found = channel as Channel;
  if (typeof appId === "string" && found.appId !== appId) return [otherApp(channelId, found.appId, appId)];
  const isOn = session.declared.ofChannel(target) ?? session.flag.read(found);
  if (isOn === false) return [trackingIsOff("channel_id", `the channel ${channelId}`)];
  if (isOn === null && session.checks.seesWholePlan) {
    session.repeats.warn(
      diagnostics,
      titles.trackingNotKnown,
      `Nothing tells whether CTWA tracking of the channel ${channelId} is on: the hub does not report it, and no block that was planned before this one declares it. Signals takes keywords only where it is on. Declare it with dialog360_channel_ctwa_tracking, and refer to that block's app_id here.`,
    );
  }
  return [];
}

function trackingIsOff(place: string, where: string): Problem {
  return problemAt(
    place,
    titles.trackingOff,
    `CTWA tracking of ${where} is off, or this configuration switches it off. Signals takes keywords only where tracking is on. Switch it on with dialog360_channel_ctwa_tracking, and refer to that block's app_id here, so that the switch comes first.`,
  );
}

function otherApp(channelId: string, found: string | null, declared: string): Problem {
  const what = found === null ? "no app" : `the app ${found}`;
  return problemAt(
    "channel_id",
    titles.otherApp,
    `The hub shows ${what} for the channel ${channelId}, this block names the app ${declared}. Correct one of the two, or remove channel_id.`,
  );
}
