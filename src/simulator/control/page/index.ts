// The control page: what a browser loads to see the simulated world and to change it behind Terraform's back.
// It must never know the store: the script in browser/ speaks to the control surface over HTTP, as anybody may.
// Read page.html next, then browser/main.browser.mjs.
import announce from "./browser/announce.browser.mjs";
import api from "./browser/api.browser.mjs";
import bulk from "./browser/bulk.browser.mjs";
import channelDialogs from "./browser/channel-dialogs.browser.mjs";
import channelRow from "./browser/channel-row.browser.mjs";
import channels from "./browser/channels.browser.mjs";
import dom from "./browser/dom.browser.mjs";
import faultEffects from "./browser/fault-effects.browser.mjs";
import faultWords from "./browser/fault-words.browser.mjs";
import faults from "./browser/faults.browser.mjs";
import main from "./browser/main.browser.mjs";
import optionValues from "./browser/option-values.browser.mjs";
import options from "./browser/options.browser.mjs";
import requestBodies from "./browser/request-bodies.browser.mjs";
import requests from "./browser/requests.browser.mjs";
import style from "./page.css";
import html from "./page.html";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

const scripts = {
  announce,
  api,
  bulk,
  "channel-dialogs": channelDialogs,
  "channel-row": channelRow,
  channels,
  dom,
  "fault-effects": faultEffects,
  "fault-words": faultWords,
  faults,
  main,
  "option-values": optionValues,
  options,
  "request-bodies": requestBodies,
  requests,
};

/** The files of the page by their address below it; "" is the page itself. */
export const pageFiles: ReadonlyMap<string, PageFile> = new Map([
  ["", { type: "text/html; charset=utf-8", text: html }],
  ["page.css", { type: "text/css; charset=utf-8", text: style }],
  ...Object.entries(scripts).map(
    ([name, text]) =>
      [`browser/${name}.browser.mjs`, { type: "text/javascript; charset=utf-8", text }] as const,
  ),
]);
