import { DiagnosticError, type ImportContext } from "../../../framework";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { isId } from "../../validators";
import { formatKeyword, type KeywordIds } from "./keyword";
import type { State } from "./schema";

const FORM = "An import id is APP/AD/KEYWORD, the ids of the app, the ad and the keyword";

/** The keyword that an import id names. @throws DiagnosticError if it is not of the form `APP/AD/KEYWORD` */
export function parseKeyword(text: string): KeywordIds {
  const [app_id = "", ad_id = "", keyword_id = "", ...others] = text.split("/");
  if (others.length === 0 && [app_id, ad_id, keyword_id].every(isId)) return { app_id, ad_id, keyword_id };
  throw new DiagnosticError(titles.invalidImportId, `${FORM}; it is ${JSON.stringify(text)}.`);
}

/** A first state; the read that follows fills in the URL. */
export function importPostback({ identity }: ImportContext<Session, KeywordIds>): State {
  const ids = identity as KeywordIds;
  const wrong = Object.values(ids).find((part) => !isId(part));
  if (wrong !== undefined) {
    throw new DiagnosticError("Invalid import identity", `${JSON.stringify(wrong)} is not an id.`);
  }
  return {
    ...ids,
    ...{ channel_id: null, url: null, url_wo: null, url_wo_version: null },
    ...{ on_destroy: "keep", id: formatKeyword(ids), timeouts: null },
  };
}
