import { resource } from "../../framework";
import type { Session } from "../session";
import { checkPostback } from "./signals-keyword-postback/check";
import { destroyPostback } from "./signals-keyword-postback/destroy";
import { importPostback, parseKeyword } from "./signals-keyword-postback/import";
import { planPostback, warnIfKept } from "./signals-keyword-postback/plan";
import { readPostback } from "./signals-keyword-postback/read";
import { schema } from "./signals-keyword-postback/schema";
import { validatePostback } from "./signals-keyword-postback/validate";
import { createPostback, updatePostback } from "./signals-keyword-postback/write";

/** The URL to which Signals reports a keyword's conversions. */
export const signalsKeywordPostbackResource = resource<Session>()({
  type: "signals_keyword_postback",
  description:
    "The URL to which Signals reports the conversions of a keyword (a beta feature). Tracking of the channel must be on first. Signals needs a bearer token: an `api_key` alone is not enough.",
  schema,
  identity: { app_id: "required", ad_id: "required", keyword_id: "required" },
  importId: parseKeyword,
  validate: validatePostback,
  modifyPlan: planPostback,
  planDestroy: warnIfKept,
  checkPlan: checkPostback,
  create: createPostback,
  read: readPostback,
  update: updatePostback,
  delete: destroyPostback,
  importState: importPostback,
});
