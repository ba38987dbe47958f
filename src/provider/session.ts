import { type Client, type Clock, systemClock } from "../client";
import type { Unknown } from "../framework";
import { ChannelClaims } from "./channels/channel-claims";
import { DeclaredTracking } from "./channels/declared-tracking";
import { PlannedMoves } from "./channels/planned-moves";
import { type PlanCheckParts, PlanChecks } from "./plan-checks/plan-checks";
import { SwitchProgress } from "./progress/progress-file";
import { RepeatedWarnings } from "./repeated-warnings";
import { ChannelWrites } from "./switching/channel-writes";
import { DisableGuard } from "./switching/disable-guard";
import { SharedLooks } from "./switching/shared-looks";
import { TrackingFlag } from "./switching/tracking-flag";

/** What the operations of one configured provider share; each gets it as `client`. */
export interface Session {
  /** 360dialog over HTTP. */
  readonly api: Client;
  /** The provider's `partner_id`: null if it is not set, UNKNOWN if a plan does not know it yet. */
  readonly partnerId: string | null | Unknown;
  /** Who declares which channel in the plans of this process. */
  readonly claims: ChannelClaims;
  /** Whose tracking the plans of this process declare on or off. */
  readonly declared: DeclaredTracking;
  /** Which channels the plans of this process create and destroy. */
  readonly moves: PlannedMoves;
  /** What this process has written to channels. */
  readonly writes: ChannelWrites;
  /** How many channels this process may switch off. */
  readonly guards: DisableGuard;
  /** State that all checks at plan share. */
  readonly checks: PlanChecks;
  /** Looks at switched channels, shared by all that look at the same time. */
  readonly looks: SharedLooks;
  /** Limits warnings that repeat for many objects. */
  readonly repeats: RepeatedWarnings;
  /** Reads the tracking state that the hub reports, and decides whether to trust it. */
  readonly flag: TrackingFlag;
  readonly clock: Pick<Clock, "now" | "sleep">;
  /** Shows how far the switches of an apply are. */
  readonly progress: SwitchProgress;
  /** Reports which requests were sent, when the process ends. */
  readonly reportUsage: (applied: boolean) => void;
}

/** What the settings, or a test, decide about a session. */
export interface SessionParts {
  readonly api: Client;
  readonly partnerId: string | null | Unknown;
  readonly ctwaStatusField: string | null;
  /** How many channels one process may switch off. @default any number */
  readonly maxDisablesPerRun?: number | null;
  /** @default checks at plan are off */
  readonly planChecks?: PlanCheckParts;
  /** @default shows nothing */
  readonly progress?: SwitchProgress;
  /** @default no report */
  readonly reportUsage?: (applied: boolean) => void;
  /** @default the machine's clock */
  readonly clock?: Pick<Clock, "now" | "sleep">;
}

/** Makes a session in which no channel has been planned or written yet. */
export function createSession(parts: SessionParts): Session {
  const { api, partnerId, ctwaStatusField, maxDisablesPerRun = null } = parts;
  const clock = parts.clock ?? systemClock;
  const repeats = new RepeatedWarnings();
  return {
    api,
    partnerId,
    claims: new ChannelClaims(),
    declared: new DeclaredTracking(),
    moves: new PlannedMoves(clock),
    writes: new ChannelWrites(),
    guards: new DisableGuard(maxDisablesPerRun),
    checks: new PlanChecks(parts.planChecks ?? { mode: "off", partnerSource: null, rateLimit: null }, clock),
    looks: new SharedLooks(api.channels),
    repeats,
    flag: new TrackingFlag(ctwaStatusField, repeats),
    clock,
    progress: parts.progress ?? noProgress(clock),
    reportUsage: parts.reportUsage ?? (() => {}),
  };
}

function noProgress(clock: Session["clock"]): SwitchProgress {
  const log = { log: () => {} };
  return new SwitchProgress({ place: null, clock, log, usage: () => [], expectedPace: () => null });
}
