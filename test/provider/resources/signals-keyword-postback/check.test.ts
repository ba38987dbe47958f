import { HubError, SignalsError } from "../../../../src/client";
import { Diagnostics, UNKNOWN } from "../../../../src/framework";
import { checkPostback } from "../../../../src/provider/resources/signals-keyword-postback/check";
import type { State, Uncertain } from "../../../../src/provider/resources/signals-keyword-postback/schema";
import { createSession } from "../../../../src/provider/session";
import { titles } from "../../../../src/provider/titles";
import { type Behaviour, channel, fakeHub, signalsObject } from "../../fake-hub";

const MODES = { error: "error", warning: "warning", off: "off" } as const;

const block = {
  ...{ app_id: "100001", ad_id: "1", keyword_id: "2", channel_id: "exampleCH", url: "https://example.com" },
  ...{ url_wo: null, url_wo_version: null, on_destroy: "keep", id: "100001/1/2", timeouts: null },
} satisfies State;

const none = () => Promise.resolve(null);
const notFound = async (): Promise<never> => {
  throw new SignalsError({ reason: "not_found", status: 404, redirect: null } as ConstructorParameters<
    typeof SignalsError
  >[0]);
};

function open({
  mode = MODES.error as keyof typeof MODES,
  signals = {} as Behaviour["signals"],
  ctwa = null as boolean | null,
} = {}) {
  const flagged = ctwa === null ? {} : { ctwaTracking: ctwa, ctwaField: "ctwa_enabled" };
  const hub = fakeHub([channel("exampleCH", flagged)], {
    behaviour: {
      signals: { keywordPostback: none as never, ad: async () => signalsObject({ id: "1" }), ...signals },
    },
  });
  const { api, partnerId, clock } = hub.session;
  const planChecks = { mode, partnerSource: null, rateLimit: null };
  const session = createSession({ api, partnerId, ctwaStatusField: null, clock, planChecks });
  const check = async (plan: Partial<Uncertain> = {}, prior: State | null = null) => {
    const diagnostics = new Diagnostics();
    const planned = { ...block, ...plan };
    await checkPostback({
      ...{ client: session, diagnostics, config: planned, plan: planned, prior, replaces: false },
      ...{ signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY },
      ...{ private: { get: () => undefined }, log: undefined as never },
    });
    return diagnostics.list.map(({ severity, summary }) => `${severity}: ${summary}`);
  };
  return { hub, session, check };
}

const target = { partnerId: "examplePA", channelId: "exampleCH", appId: null };

test("tracking that nothing reports is a warning once the process has refreshed something, unless it is declared", async () => {
  const { session, check } = open();
  expect(await check()).toEqual([]);
  session.checks.noteRefresh();
  expect(await check()).toEqual([`warning: ${titles.trackingNotKnown}`]);
  session.declared.declare({ ...target, enabled: true });
  expect(await check()).toEqual([]);
});

test("a declaration counts before the hub's word, on and off", async () => {
  const [off, on] = [open({ ctwa: false }), open({ ctwa: true })];
  expect([await off.check(), await on.check()]).toEqual([[`error: ${titles.trackingOff}`], []]);
  off.session.declared.declare({ ...target, enabled: true });
  on.session.declared.declare({ ...target, enabled: false });
  expect([await off.check(), await on.check()]).toEqual([[], [`error: ${titles.trackingOff}`]]);
});

test.each(Object.values(MODES))("plan_checks = %s decides what an unknown ad is", async (mode) => {
  const { check } = open({ mode, ctwa: true, signals: { keywordPostback: notFound, ad: notFound } });
  expect(await check()).toEqual(mode === "off" ? [] : [`${mode}: ${titles.adNotFound}`]);
});

test("a keyword that a refresh found gone is drift, and is not asked for again", async () => {
  const { session, check } = open({ ctwa: true, signals: { keywordPostback: notFound, ad: notFound } });
  session.checks.noteGone("100001/1/2");
  expect(await check()).toEqual([]);
});

test("what sends nothing, and what is not known yet, asks Signals for nothing", async () => {
  const refuse = async (): Promise<never> => {
    throw new HubError({} as ConstructorParameters<typeof HubError>[0]);
  };
  const { hub, check } = open({ ctwa: true, signals: { keywordPostback: refuse, ad: refuse } });
  expect(await check({}, block)).toEqual([]);
  expect(hub.calls).toEqual([]);
  expect(await check({ app_id: UNKNOWN })).toEqual([]);
});
