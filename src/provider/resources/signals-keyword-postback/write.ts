import { type RefusalReason, SignalsError } from "../../../client";
import { type CreateContext, DiagnosticError, fillUnknowns, type UpdateContext } from "../../../framework";
import { explain } from "../../explain";
import type { Session } from "../../session";
import { formatKeyword, setPostback } from "./keyword";
import { mustSend } from "./plan";
import type { State, schema } from "./schema";
import { forgetUrlHash, keepUrlHash } from "./url";

type Creating = CreateContext<Session, typeof schema>;
type Updating = UpdateContext<Session, typeof schema>;

/** Sets the postback of a keyword, whether the keyword had one or not. */
export async function createPostback(context: Creating): Promise<State> {
  await send(context);
  return fillUnknowns(context.plan, { id: formatKeyword(context.plan) });
}

/** Takes over what changed; sends the URL only if the plan changes it. */
export async function updatePostback(context: Updating): Promise<State> {
  const { plan, state } = context;
  if (mustSend(plan, state)) await send(context);
  return fillUnknowns(plan, state);
}

async function send(context: Creating): Promise<void> {
  const { config, plan, private: kept } = context;
  const url = config.url_wo ?? plan.url;
  if (url === null) {
    throw new DiagnosticError(
      "Missing URL",
      "The value of the URL became null during apply. Set url or url_wo to an https URL.",
      "url",
    );
  }
  await setPostback(plan, url, context).catch(withAdvice);
  if (config.url_wo === null) forgetUrlHash(kept);
  else keepUrlHash(kept, url);
}

const ABOUT_THE_KEYWORD: readonly RefusalReason[] = ["not_found", "invalid", "other"];

/** Adds to a refusal what Signals needs. @throws DiagnosticError, or the error if it is of another kind */
function withAdvice(error: unknown): never {
  if (!(error instanceof SignalsError && ABOUT_THE_KEYWORD.includes(error.reason))) throw error;
  const told = explain(error);
  throw new DiagnosticError(
    told?.summary ?? error.message,
    `${told?.detail}\n\nSignals takes a postback only for an ad and a keyword that exist, and keywords only where CTWA tracking of the channel is on.`,
    undefined,
    { cause: error },
  );
}
