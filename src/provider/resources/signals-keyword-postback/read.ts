import type { ReadContext } from "../../../framework";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { describeKeyword, findPostback, formatKeyword } from "./keyword";
import type { State, schema } from "./schema";
import { fitsUrlHash } from "./url";

type Reading = ReadContext<Session, typeof schema>;

/** The postback as Signals has it; null if the keyword has none. */
export async function readPostback(context: Reading): Promise<State | null> {
  const { state, client: session, diagnostics } = context;
  session.checks.noteRefresh();
  const url = await findPostback(state, context);
  if (url === null) {
    session.checks.noteGone(formatKeyword(state));
    session.repeats.warn(
      diagnostics,
      titles.postbackGone,
      `Signals shows no URL for ${describeKeyword(state)}. The object leaves the state, and the plan creates it anew.`,
    );
    return null;
  }
  return isWriteOnly(context) ? compare(context, url) : { ...state, url };
}

function isWriteOnly({ state, private: kept }: Reading): boolean {
  return state.url === null && (state.url_wo_version !== null || fitsUrlHash(kept, "") !== null);
}

/** Drift of a write-only URL clears the version in the state, so that the plan sends the URL again. */
function compare({ state, private: kept, client: session, diagnostics }: Reading, url: string): State {
  if (fitsUrlHash(kept, url) === true) return state;
  session.repeats.warn(
    diagnostics,
    titles.postbackChanged,
    `Signals shows another URL for ${describeKeyword(state)} than the one that was last sent. Neither is shown here. The plan sends url_wo again, so it shows url_wo_version as a change.`,
  );
  return { ...state, url_wo_version: null };
}
