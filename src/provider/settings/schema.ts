import { DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../client";
import { bool, duration, number, singleNested, string, type UncertainOf } from "../../framework";
import { dottedPath, filePath, filled, headerSecret, optionalId, wholeNumber, yesOrNo } from "../validators";
import { hubBaseUrl, signalsBaseUrl } from "./base-url";
import { limitedRequests, limitedSeconds, rateLimitText } from "./rate-limit";

/** Time for one attempt of one request where nothing is said. */
export const REQUEST_TIMEOUT = "30s";

/** How often a request is sent again where nothing is said. */
export const MAX_RETRIES = 4;

/** The provider's settings. */
export const settingsSchema = {
  partner_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the partner whose channels are managed, such as `examplePA`. Environment variable: `DIALOG360_PARTNER_ID`. Resources and data sources use it unless they name a partner of their own.",
  }),
  username: string({
    optional: true,
    validate: [filled],
    description:
      "E-mail address of a user of the Partner Hub, together with `password`. The provider logs in at `<hub_base_url>/token`, once, when the first request needs it; the token is good for the Partner Hub and for the Signals API. Environment variable: `DIALOG360_USERNAME`.",
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
      "Ready-made bearer token, instead of `username` and `password`; a leading `Bearer ` may stay. It is used for the Partner Hub and for the Signals API and is not renewed when it expires. Environment variable: `DIALOG360_ACCESS_TOKEN`.",
  }),
  api_key: string({
    optional: true,
    sensitive: true,
    validate: [headerSecret],
    description:
      "Partner API key, made in the Partner Hub, sent as `X-API-Key`. It is good for the Partner Hub alone: Signals data sources need a bearer token too, that is `username` and `password` or `access_token`. Where both are set, the key goes to the hub and the token to Signals. Environment variable: `DIALOG360_API_KEY`.",
  }),
  credentials_file: string({
    optional: true,
    validate: [filePath],
    description:
      'File that holds credentials as a JSON object with any of the keys `username`, `password`, `access_token` and `api_key`, such as `{"username": "partner@example.com", "password": "…"}`. Credentials come from one source as a group: from the provider block if it sets any, else from the environment if it does, else from this file, which is not looked at before. On Linux and macOS nobody but its owner may have rights to it (`chmod 600`), and nothing else may be in it. `~/` at the beginning of the path is your home; a relative path begins in the directory where Terraform runs. The file is read when the provider is configured, not by `terraform validate`. Environment variable: `DIALOG360_CREDENTIALS_FILE`.',
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
      "File with certificates (PEM) of authorities that are trusted beside the usual ones, for a server or a proxy whose certificate a private authority has signed. `NODE_EXTRA_CA_CERTS` does the same for the whole process, and both count. `~/` at the beginning of the path is your home; a relative path begins in the directory where Terraform runs. Environment variable: `DIALOG360_CA_CERT_FILE`.",
  }),
  ctwa_status_field: string({
    optional: true,
    validate: [dottedPath],
    description:
      "Dotted path of the field of the hub's channel object that tells whether CTWA tracking is on, such as `integration.ctwa_enabled`. No public document shows such a field: set this only when you have seen one in your own account. Where it is left out, a field is used only if exactly one boolean at the top of the channel, or one level below, has a name like `ctwa_enabled` or `is_ctwa_tracking_active`. Without such a field the provider cannot see a switch that was flipped elsewhere; see `reassert_after`. Environment variable: `DIALOG360_CTWA_STATUS_FIELD`.",
  }),
  request_timeout: string({
    optional: true,
    validate: [duration],
    description: `How long one attempt of one request may take, as a duration such as \`"45s"\`. Defaults to \`"${REQUEST_TIMEOUT}"\`. What an operation may take in all, retries and waits included, is set by the \`timeouts\` of its resource. Environment variable: \`DIALOG360_REQUEST_TIMEOUT\`.`,
  }),
  max_retries: number({
    optional: true,
    validate: [wholeNumber(0, 20)],
    description: `How many times a request is sent again after a network failure or an answer such as 503, from 0 to 20, with growing waits between. Waiting because of a rate limit (429) does not count. Defaults to \`${MAX_RETRIES}\`. Environment variable: \`DIALOG360_MAX_RETRIES\`.`,
  }),
  rate_limit: singleNested(
    {
      requests: number({
        required: true,
        validate: [limitedRequests],
        description: "How many requests, from 1 to 10000.",
      }),
      per_seconds: number({
        required: true,
        validate: [limitedSeconds],
        description: "In how many seconds, from 1 to 3600.",
      }),
    },
    {
      optional: true,
      validate: [rateLimitText],
      description:
        "The most requests that one host gets in any stretch of time, logins included, such as `{ requests = 5, per_seconds = 30 }`. Left out, the provider goes as fast as answers come, and learns a pace from the host's refusals (429). Refusals are heeded beside a limit of your own, too. Environment variable: `DIALOG360_RATE_LIMIT`, such as `5/30s`.",
    },
  ),
  max_concurrent_requests: number({
    optional: true,
    validate: [wholeNumber(1, 32)],
    description:
      "The most requests to one host that are under way at a time, from 1 to 32. Left out, the provider begins with four, and finds more or fewer by how the host answers; with it, it begins with that many. A refusal (429) still halves them. Environment variable: `DIALOG360_MAX_CONCURRENT_REQUESTS`.",
  }),
  read_only: bool({
    optional: true,
    validate: [yesOrNo],
    description:
      "Whether the provider may only read: nothing but GET requests and the login leaves it. Plans work as ever; an apply that would switch a channel fails, and says so. Defaults to `false`. Environment variable: `DIALOG360_READ_ONLY` (`true` or `1`, `false` or `0`).",
  }),
  max_disables_per_run: number({
    optional: true,
    validate: [wholeNumber(0, 1_000_000)],
    description:
      'How many channels one run may switch off, from 0 on; any number where it is left out. What counts, each channel once: destroys (unless `on_destroy` is `"keep"`), changes of `enabled` to `false`, and the old channels of replacements. If a plan has more, it fails and nothing is switched. Apply counts again, before each switch, what a plan cannot know; some channels may have been switched off by then. A run is one process of the provider, and Terraform starts one for each plan or apply and each provider block: every alias has a count of its own. Environment variable: `DIALOG360_MAX_DISABLES_PER_RUN`.',
  }),
  usage_report_path: string({
    optional: true,
    validate: [filePath],
    description:
      "File to which each process of the provider, when it ends, appends one line of JSON: `process_id`, `started_at`, `ended_at`, `applied` (whether Terraform asked it to apply anything), `provider_version`, and `endpoints`, a list with one object for each `endpoint` (such as `GET /partners/{partner_id}/channels`): how many `requests` it was sent, how many of them again (`retries`), how many were answered 429 (`too_many_requests`), and how long they waited (`waited_ms`); the sums of these four stand beside `endpoints`. No id is in it and no secret. The same goes to the log at level INFO. `~/` at its beginning is your home; a relative path begins in the directory where Terraform runs. A file that cannot be written is a warning, never an error. Environment variable: `DIALOG360_USAGE_REPORT_PATH`.",
  }),
};

/** The settings as the configuration gives them; while planning, any may be unknown. */
export type Configuration = UncertainOf<typeof settingsSchema>;

/** A setting's name. */
export type SettingName = keyof typeof settingsSchema;

/** The environment variable that stands in for a setting. */
export function variableOf(name: SettingName): string {
  return `DIALOG360_${name.toUpperCase()}`;
}
