import { DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../client";
import { bool, duration, number, oneOf, singleNested, string, type UncertainOf } from "../../framework";
import { dottedPath, filePath, filled, headerSecret, optionalId, wholeNumber, yesOrNo } from "../validators";
import { hubBaseUrl, signalsBaseUrl } from "./base-url";
import { limitedRequests, limitedSeconds, rateLimitText } from "./rate-limit";

/** Default of `request_timeout`. */
export const REQUEST_TIMEOUT = "30s";

/** Default of `max_retries`. */
export const MAX_RETRIES = 4;

/** Values of `plan_checks`. */
export const PLAN_CHECK_MODES = ["error", "warning", "off"] as const;

/** How a plan reports what apply would refuse. */
export type PlanCheckMode = (typeof PLAN_CHECK_MODES)[number];

/** The provider's settings. */
export const settingsSchema = {
  partner_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the partner whose channels are managed, such as `examplePA`; resources and data sources can name another one. Environment variable: `DIALOG360_PARTNER_ID`.",
  }),
  username: string({
    optional: true,
    validate: [filled],
    description:
      "E-mail address of a Partner Hub user, together with `password`. Environment variable: `DIALOG360_USERNAME`.",
  }),
  password: string({
    optional: true,
    sensitive: true,
    validate: [filled],
    description: "Password of that user. Environment variable: `DIALOG360_PASSWORD`.",
  }),
  access_token: string({
    optional: true,
    sensitive: true,
    validate: [headerSecret],
    description:
      "Bearer token that you already have, instead of `username` and `password`; it is not renewed. Environment variable: `DIALOG360_ACCESS_TOKEN`.",
  }),
  api_key: string({
    optional: true,
    sensitive: true,
    validate: [headerSecret],
    description:
      "Partner API key from the Partner Hub, sent as `X-API-Key`; Signals data sources need a bearer token in addition. Environment variable: `DIALOG360_API_KEY`.",
  }),
  credentials_file: string({
    optional: true,
    validate: [filePath],
    description:
      "Path of a JSON file with credentials, used if neither the provider block nor the environment has any. Environment variable: `DIALOG360_CREDENTIALS_FILE`.",
  }),
  hub_base_url: string({
    optional: true,
    validate: [hubBaseUrl],
    description: `Base URL of the Partner Hub API; a path in it is kept. Defaults to \`${DEFAULT_HUB_BASE_URL}\`. Environment variable: \`DIALOG360_HUB_BASE_URL\`.`,
  }),
  signals_base_url: string({
    optional: true,
    validate: [signalsBaseUrl],
    description: `Base URL of the Signals API; a path in it is kept. Defaults to \`${DEFAULT_SIGNALS_BASE_URL}\`. Environment variable: \`DIALOG360_SIGNALS_BASE_URL\`.`,
  }),
  ca_cert_file: string({
    optional: true,
    validate: [filePath],
    description:
      "Path of a PEM file with certificate authorities that are trusted in addition to the public ones. Environment variable: `DIALOG360_CA_CERT_FILE`.",
  }),
  ctwa_status_field: string({
    optional: true,
    validate: [dottedPath],
    description:
      "Dotted path of the field in the hub's channel object that tells whether CTWA tracking is on, such as `integration.ctwa_enabled`. No public document shows such a field. Environment variable: `DIALOG360_CTWA_STATUS_FIELD`.",
  }),
  request_timeout: string({
    optional: true,
    validate: [duration],
    description: `How long one attempt of one request may take, as a duration such as \`"45s"\`. Defaults to \`"${REQUEST_TIMEOUT}"\`. Environment variable: \`DIALOG360_REQUEST_TIMEOUT\`.`,
  }),
  max_retries: number({
    optional: true,
    validate: [wholeNumber(0, 20)],
    description: `How many times a request is repeated after a network failure or an answer such as 503, from 0 to 20; waits for a rate limit (429) do not count. Defaults to \`${MAX_RETRIES}\`. Environment variable: \`DIALOG360_MAX_RETRIES\`.`,
  }),
  rate_limit: singleNested(
    {
      requests: number({
        required: true,
        validate: [limitedRequests],
        description: "Number of requests, from 1 to 10000.",
      }),
      per_seconds: number({
        required: true,
        validate: [limitedSeconds],
        description: "Length of the period in seconds, from 1 to 3600.",
      }),
    },
    {
      optional: true,
      validate: [rateLimitText],
      description:
        "Upper bound of requests to one host in any period of the given length, logins included, such as `{ requests = 5, per_seconds = 30 }`. Environment variable: `DIALOG360_RATE_LIMIT`, such as `5/30s`.",
    },
  ),
  max_concurrent_requests: number({
    optional: true,
    validate: [wholeNumber(1, 32)],
    description:
      "Upper bound of concurrent requests to one host, from 1 to 32; by default the provider finds a good number by itself. Environment variable: `DIALOG360_MAX_CONCURRENT_REQUESTS`.",
  }),
  page_size: number({
    optional: true,
    validate: [wholeNumber(1, 1000)],
    description:
      "Number of channels or clients per request when a list is read, from 1 to 1000. Defaults to `1000`. Environment variable: `DIALOG360_PAGE_SIZE`.",
  }),
  read_only: bool({
    optional: true,
    validate: [yesOrNo],
    description:
      "Whether the provider may only read: only GET requests and the login leave it, and an apply that would switch a channel fails. Defaults to `false`. Environment variable: `DIALOG360_READ_ONLY`.",
  }),
  plan_checks: string({
    optional: true,
    validate: [oneOf(...PLAN_CHECK_MODES)],
    description:
      'How a plan reports what apply would refuse: `"error"` (the default), `"warning"`, or `"off"` for no check. Environment variable: `DIALOG360_PLAN_CHECKS`.',
  }),
  max_disables_per_run: number({
    optional: true,
    validate: [wholeNumber(0, 1_000_000)],
    description:
      "Upper bound of channels that one plan or one apply may switch off, from 0 on; unlimited by default. Environment variable: `DIALOG360_MAX_DISABLES_PER_RUN`.",
  }),
  progress_path: string({
    optional: true,
    validate: [filePath],
    description:
      "Path of a JSON file that shows, while an apply runs, how many switches are done and when it ends; `terraform-provider-dialog360 progress FILE` draws it. Environment variable: `DIALOG360_PROGRESS_PATH`.",
  }),
  usage_report_path: string({
    optional: true,
    validate: [filePath],
    description:
      "Path of a file to which each provider process appends one line of JSON about its requests. Environment variable: `DIALOG360_USAGE_REPORT_PATH`.",
  }),
};

/** The settings in the configuration. A plan may not know some of them yet. */
export type Configuration = UncertainOf<typeof settingsSchema>;

/** A setting's name. */
export type SettingName = keyof typeof settingsSchema;

/** The environment variable of a setting. */
export function variableOf(name: SettingName): string {
  return `DIALOG360_${name.toUpperCase()}`;
}
