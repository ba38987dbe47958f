import { type Client, type ClientSettings, type Clock, createClient, systemClock } from "../client";
import { type Diagnostics, isUnknown, type Logger } from "../framework";
import { version } from "../version";
import type { SwitchPace } from "./plan-checks/switch-forecast";
import { SwitchProgress } from "./progress";
import { createSession, type Session } from "./session";
import type { Configuration, Environment } from "./settings";
import { resolveSettings, type Settings, unreadyClient } from "./settings";
import { reportUsage } from "./usage-report";

/** Input of `configure`. */
export interface ConfigureContext {
  readonly config: Configuration;
  readonly diagnostics: Diagnostics;
  readonly terraformVersion: string;
  readonly log: Logger;
}

/**
 * Makes the session that all operations share. It sends no request, because Terraform also configures providers that
 * it then does not use.
 * @param clock the machine's clock by default
 */
export function configure(context: ConfigureContext, environment: Environment, clock?: Clock): Session {
  const { config, diagnostics, terraformVersion, log } = context;
  const settings = resolveSettings(config, environment, diagnostics);
  for (const secret of Object.values(settings.credentials)) log.redact(secret);
  const ready = settings.unknown.length === 0 && !diagnostics.hasErrors;
  const api = ready
    ? refusingUnknown(createClient({ ...clientSettings(settings, terraformVersion, log), clock }), settings)
    : unreadyClient(settings.unknown);
  return createSession({
    api,
    partnerId: settings.partnerId,
    ctwaStatusField: settings.ctwaStatusField,
    ...(clock === undefined ? {} : { clock }),
    planChecks: {
      // A plan whose settings are not known yet cannot ask the hub.
      mode: ready ? settings.planChecks : "off",
      partnerSource: settings.partnerSource,
      rateLimit: settings.rateLimit ?? null,
    },
    maxDisablesPerRun: settings.maxDisablesPerRun,
    progress: new SwitchProgress({
      place: settings.progressPath,
      clock: clock ?? systemClock,
      log,
      usage: () => api.usage(),
      expectedPace: () => perMinute(settings.rateLimit ?? null),
    }),
    reportUsage: (applied) => reportUsage({ endpoints: api.usage(), applied }, log, settings.usageReportPath),
  });
}

function perMinute(pace: SwitchPace | null): number | null {
  return pace === null ? null : (60 * pace.requests) / pace.perSeconds;
}

function clientSettings(settings: Settings, terraformVersion: string, log: Logger): ClientSettings {
  const { partnerId, credentials, hubBaseUrl, signalsBaseUrl, ctwaStatusField, authorities } = settings;
  const { requestTimeoutMs, maxRetries, rateLimit, maxConcurrentRequests, pageSize, readOnly } = settings;
  return {
    ...{ credentials, hubBaseUrl, signalsBaseUrl, ctwaStatusField, authorities },
    ...{ requestTimeoutMs, maxRetries, rateLimit, maxConcurrentRequests, pageSize, readOnly },
    partnerId: isUnknown(partnerId) ? null : partnerId,
    userAgent: userAgent(terraformVersion),
    log: (level, message, fields) => log.log(level, message, fields),
    onSecret: (secret) => log.redact(secret),
  };
}

/** A client that refuses the requests for which a setting is unknown: writes without guards, or those to Signals. */
function refusingUnknown(api: Client, { unknownForWrites, unknownForSignals }: Settings): Client {
  const signals = unknownForSignals.length === 0 ? api.signals : unreadyClient(unknownForSignals).signals;
  if (unknownForWrites.length === 0) return { ...api, signals };
  const refusing = unreadyClient(unknownForWrites);
  const { setKeywordPostback } = refusing.signals;
  return { ...api, ctwa: refusing.ctwa, signals: { ...signals, setKeywordPostback } };
}

/** The User-Agent header of the provider's requests. */
export function userAgent(terraformVersion: string): string {
  const { bun } = process.versions as { bun?: string };
  // Under Bun, process.versions.node names a Node version too.
  const runtime = bun === undefined ? `Node.js ${process.versions.node}` : `Bun ${bun}`;
  const terraform = terraformVersion.replace(/[^\w.+-]/g, "");
  return `terraform-provider-dialog360/${version} (Terraform ${terraform || "unknown"}; ${runtime})`;
}
