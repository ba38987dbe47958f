import { isUnknown, type PlanContext, type PlanDestroyContext } from "../../../framework";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { describeKeyword, type KeywordIds } from "./keyword";
import type { State, schema, Uncertain } from "./schema";
import { fitsUrlHash } from "./url";

type PlanInput = Pick<
  PlanContext<Session, typeof schema>,
  "config" | "plan" | "state" | "private" | "client" | "diagnostics"
>;

/** Plans a change. The framework's plan stands; this adds what the user has to know. */
export function planPostback(input: PlanInput): Uncertain {
  const { plan, state } = input;
  if (state === null) return plan;
  if (IDS.some((name) => plan[name] !== state[name])) warnIfKept({ ...input, state });
  else if (!mustSend(plan, state)) warnOfUnsentUrl(input, state);
  return plan;
}

const IDS = ["app_id", "ad_id", "keyword_id"] as const satisfies readonly (keyof KeywordIds)[];

/** Whether an update has to send the URL. A write-only URL has no value to compare: its version decides. */
export function mustSend(plan: Pick<Uncertain, "url" | "url_wo_version">, state: State): boolean {
  return plan.url !== state.url || plan.url_wo_version !== state.url_wo_version;
}

function warnOfUnsentUrl({ config, private: kept, diagnostics }: PlanInput, state: State): void {
  const { url_wo: url } = config;
  if (url === null || isUnknown(url) || fitsUrlHash(kept, url) !== false) return;
  diagnostics.warning(
    "Changed url_wo is not sent",
    `url_wo is not the URL that was last sent for ${describeKeyword(state)}, and url_wo_version is still ${state.url_wo_version}. Change url_wo_version to send it.`,
    "url_wo_version",
  );
}

type PlanDestroyInput = Pick<PlanDestroyContext<Session, typeof schema>, "client" | "diagnostics" | "state">;

/** Warns of a destroy that leaves the postback in force. */
export function warnIfKept({ state, client, diagnostics }: PlanDestroyInput): void {
  if (state.on_destroy !== "keep") return;
  client.repeats.warn(
    diagnostics,
    titles.postbackStays,
    `Signals goes on reporting the conversions of ${describeKeyword(state)} to its URL, because 360dialog documents no request that removes a postback. To put another URL in its place, apply on_destroy = "https://…" before you destroy.`,
  );
}
