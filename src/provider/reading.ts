import type { Channel, Client } from "../client";
import { DiagnosticError, Diagnostics, isUnknown, type Logger } from "../framework";
import { terminatedBy } from "./channels";
import { configure } from "./configure";
import { explain } from "./explain";
import { MISSING_PARTNER } from "./partner";
import { type Configuration, type Environment, settingsSchema } from "./settings";

/** A partner's channels, for a program that reads them without Terraform. */
export interface Reading {
  readonly partnerId: string;
  readonly api: Pick<Client, "channels" | "clients" | "usage">;
  readonly now: () => number;
  /** Whether the hub reports tracking as on; null if it reports nothing. */
  trackingOf(channel: Channel): boolean | null;
  /** Whether the channel has ended, so that its tracking cannot be switched. */
  isTerminated(channel: Channel): boolean;
  close(): Promise<void>;
}

/** What `openReading` needs. */
export interface ReadingParts {
  readonly environment: Environment;
  readonly log: Logger;
  /** Receives each warning about the settings, as title and text. */
  readonly warn: (summary: string, detail: string) => void;
}

/**
 * Opens the partner's channels with the settings of the provider's environment variables. Only GET requests and the
 * login leave the process.
 * @throws DiagnosticError if a setting is missing or invalid
 */
export function openReading({ environment, log, warn }: ReadingParts): Reading {
  const diagnostics = new Diagnostics();
  const session = configure(
    { config: readOnlySettings(), diagnostics, terraformVersion: "none", log },
    environment,
  );
  for (const { severity, summary, detail } of diagnostics.list) {
    if (severity === "error") throw new DiagnosticError(summary, detail);
    warn(summary, detail);
  }
  const { api, partnerId, clock, flag } = session;
  if (partnerId === null || isUnknown(partnerId)) {
    throw new DiagnosticError(MISSING_PARTNER.summary, "Set the environment variable DIALOG360_PARTNER_ID.");
  }
  return {
    ...{ partnerId, api, now: clock.now, trackingOf: (channel) => flag.read(channel) },
    isTerminated: (channel) => terminatedBy(channel, clock.now()) !== null,
    async close() {
      session.reportUsage(false);
      await api.close();
    },
  };
}

function readOnlySettings(): Configuration {
  const unset = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
  return { ...unset, read_only: true } as unknown as Configuration;
}

/** An error as one text for a person; undefined for an error that is neither the client's nor a diagnostic. */
export function errorText(error: unknown): string | undefined {
  const found = error instanceof DiagnosticError ? error.diagnostic : explain(error);
  return found === undefined ? undefined : `${found.summary}. ${found.detail}`;
}
