import type { Fault, RecordedRequest } from "../../../src/simulator";
import type { Trouble } from "./troubles";

/** A call that trouble can meet, and where it stands in the story that is told around it. */
export interface Call {
  readonly route: Fault["route"];
  /** Which of the route's requests are its first and its third. */
  readonly skip: readonly [first: number, third: number];
  /** What a message about it has to say. */
  readonly names: RegExp;
  readonly story: "switches" | "signals" | "channels";
  /** The fault of a kind of trouble, undefined where that makes no sense. */
  readonly fault: (trouble: Trouble) => Omit<Fault, "route"> | undefined;
  /** Whether the call is made only where the hub reports the switch. */
  readonly onlyReported?: boolean;
  /** Whether this is the request that was meant. */
  readonly is?: (request: RecordedRequest) => boolean;
}

const plain = ({ fault }: Trouble) => fault;
const isLookUp = ({ query }: RecordedRequest) => query["filters"] !== undefined;

/** The calls of the provider. A switch is met twice: by trouble before it took effect, and after. */
export const calls: Readonly<Record<string, Call>> = {
  login: { route: "token", skip: [0, 2], names: /login|\/token/i, story: "switches", fault: plain },
  // On, then off, each: a list for the plan and a list for the apply. A hub that reports switches is looked at after.
  "the list of channels": {
    route: "channels",
    // The third one is a list or a look after a switch, as it happens; the second one is the list of the apply.
    skip: [0, 1],
    names: /\/partners\/examplePA\/channels/,
    story: "switches",
    fault: plain,
    is: (request) => !isLookUp(request),
  },
  "a look after a switch": {
    route: "channels",
    skip: [2, 5],
    names: /\/partners\/examplePA\/channels/,
    story: "switches",
    fault: plain,
    onlyReported: true,
  },
  ...switchCalls("enable"),
  ...switchCalls("disable"),
  "a page of channels": {
    route: "channels",
    skip: [0, 2],
    names: /\/partners\/examplePA\/channels/,
    story: "channels",
    fault: plain,
    is: (request) => !isLookUp(request),
  },
  "the Facebook accounts": signalsCall("facebook_accounts", /\/facebook-accounts/),
  "one Facebook account": signalsCall("facebook_account", /\/facebook-accounts\/\w/),
  "a page of ads": signalsCall("ads", /\/ads\/account\//),
};

function switchCalls(verb: "enable" | "disable"): Record<string, Call> {
  const call = {
    route: `${verb}_ctwa`,
    skip: [0, 2],
    names: new RegExp(`/${verb}_ctwa`),
    story: "switches",
  } as const;
  return {
    [`${verb}, which is not carried out`]: { ...call, fault: ({ refused }) => refused },
    [`${verb}, which is carried out`]: { ...call, fault: ({ applied }) => applied },
  };
}

function signalsCall(route: Fault["route"], names: RegExp): Call {
  return { route, skip: [0, 2], names, story: "signals", fault: plain };
}
