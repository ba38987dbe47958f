// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface Dialog360ProviderConfig {
  /**
  * Id of the partner whose channels are managed, such as `examplePA`. Environment variable: `DIALOG360_PARTNER_ID`. Resources and data sources use it unless they name a partner of their own.
  */
  readonly partnerId?: string;
  /**
  * E-mail address of a user of the Partner Hub, together with `password`. The provider logs in at `<hub_base_url>/token`, once, when the first request needs it; the token is good for the Partner Hub and for the Signals API. Environment variable: `DIALOG360_USERNAME`.
  */
  readonly username?: string;
  /**
  * Password of that user. Environment variable: `DIALOG360_PASSWORD`.
  */
  readonly password?: string;
  /**
  * Ready-made bearer token, instead of `username` and `password`; a leading `Bearer ` may stay. It is used for the Partner Hub and for the Signals API and is not renewed when it expires. Environment variable: `DIALOG360_ACCESS_TOKEN`.
  */
  readonly accessToken?: string;
  /**
  * Partner API key, made in the Partner Hub, sent as `X-API-Key`. It is good for the Partner Hub alone: Signals data sources need a bearer token too, that is `username` and `password` or `access_token`. Where both are set, the key goes to the hub and the token to Signals. Environment variable: `DIALOG360_API_KEY`.
  */
  readonly apiKey?: string;
  /**
  * File that holds credentials as a JSON object with any of the keys `username`, `password`, `access_token` and `api_key`, such as `{"username": "partner@example.com", "password": "…"}`. Credentials come from one source as a group: from the provider block if it sets any, else from the environment if it does, else from this file, which is not looked at before. On Linux and macOS nobody but its owner may have rights to it (`chmod 600`), and nothing else may be in it. `~/` at the beginning of the path is your home; a relative path begins in the directory where Terraform runs. The file is read when the provider is configured, not by `terraform validate`. Environment variable: `DIALOG360_CREDENTIALS_FILE`.
  */
  readonly credentialsFile?: string;
  /**
  * Base URL of the Partner Hub API; a path in it is kept. Defaults to `https://hub.360dialog.io/api/v2`. Environment variable: `DIALOG360_HUB_BASE_URL`.
  */
  readonly hubBaseUrl?: string;
  /**
  * Base URL of the Signals API; a path in it is kept. Defaults to `https://api.signals.360dialog.io`. Environment variable: `DIALOG360_SIGNALS_BASE_URL`.
  */
  readonly signalsBaseUrl?: string;
  /**
  * File with certificates (PEM) of authorities that are trusted beside the usual ones, for a server or a proxy whose certificate a private authority has signed. `NODE_EXTRA_CA_CERTS` does the same for the whole process, and both count. `~/` at the beginning of the path is your home; a relative path begins in the directory where Terraform runs. Environment variable: `DIALOG360_CA_CERT_FILE`.
  */
  readonly caCertFile?: string;
  /**
  * Dotted path of the field of the hub's channel object that tells whether CTWA tracking is on, such as `integration.ctwa_enabled`. No public document shows such a field: set this only when you have seen one in your own account. Where it is left out, a field is used only if exactly one boolean at the top of the channel, or one level below, has a name like `ctwa_enabled` or `is_ctwa_tracking_active`. Without such a field the provider cannot see a switch that was flipped elsewhere; see `reassert_after`. Environment variable: `DIALOG360_CTWA_STATUS_FIELD`.
  */
  readonly ctwaStatusField?: string;
  /**
  * How long one attempt of one request may take, as a duration such as `"45s"`. Defaults to `"30s"`. What an operation may take in all, retries and waits included, is set by the `timeouts` of its resource. Environment variable: `DIALOG360_REQUEST_TIMEOUT`.
  */
  readonly requestTimeout?: string;
  /**
  * How many times a request is sent again after a network failure or an answer such as 503, from 0 to 20, with growing waits between. Waiting because of a rate limit (429) does not count. Defaults to `4`. Environment variable: `DIALOG360_MAX_RETRIES`.
  */
  readonly maxRetries?: number;
  /**
  * The most requests that one host gets in any stretch of time, logins included, such as `{ requests = 5, per_seconds = 30 }`. Left out, the provider goes as fast as answers come, and learns a pace from the host's refusals (429). Refusals are heeded beside a limit of your own, too. Environment variable: `DIALOG360_RATE_LIMIT`, such as `5/30s`.
  */
  readonly rateLimit?: Dialog360ProviderRateLimit;
  /**
  * The most requests to one host that are under way at a time, from 1 to 32. Left out, the provider begins with four, and finds more or fewer by how the host answers; with it, it begins with that many. A refusal (429) still halves them. Environment variable: `DIALOG360_MAX_CONCURRENT_REQUESTS`.
  */
  readonly maxConcurrentRequests?: number;
  /**
  * Whether the provider may only read: nothing but GET requests and the login leaves it. Plans work as ever; an apply that would switch a channel fails, and says so. Defaults to `false`. Environment variable: `DIALOG360_READ_ONLY` (`true` or `1`, `false` or `0`).
  */
  readonly readOnly?: boolean | cdktn.IResolvable;
  /**
  * How many channels one run may switch off, from 0 on; any number where it is left out. What counts, each channel once: destroys (unless `on_destroy` is `"keep"`), changes of `enabled` to `false`, and the old channels of replacements. If a plan has more, it fails and nothing is switched. Apply counts again, before each switch, what a plan cannot know; some channels may have been switched off by then. A run is one process of the provider, and Terraform starts one for each plan or apply and each provider block: every alias has a count of its own. Environment variable: `DIALOG360_MAX_DISABLES_PER_RUN`.
  */
  readonly maxDisablesPerRun?: number;
  /**
  * File to which each process of the provider, when it ends, appends one line of JSON: `process_id`, `started_at`, `ended_at`, `applied` (whether Terraform asked it to apply anything), `provider_version`, and `endpoints`, a list with one object for each `endpoint` (such as `GET /partners/{partner_id}/channels`): how many `requests` it was sent, how many of them again (`retries`), how many were answered 429 (`too_many_requests`), and how long they waited (`waited_ms`); the sums of these four stand beside `endpoints`. No id is in it and no secret. The same goes to the log at level INFO. `~/` at its beginning is your home; a relative path begins in the directory where Terraform runs. A file that cannot be written is a warning, never an error. Environment variable: `DIALOG360_USAGE_REPORT_PATH`.
  */
  readonly usageReportPath?: string;
  /**
  * Alias name
  */
  readonly alias?: string;
}
export interface Dialog360ProviderRateLimit {
  /**
  * How many requests, from 1 to 10000.
  */
  readonly requests: number;
  /**
  * In how many seconds, from 1 to 3600.
  */
  readonly perSeconds: number;
}

export function dialog360ProviderRateLimitToTerraform(struct?: Dialog360ProviderRateLimit | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    requests: cdktn.numberToTerraform(struct!.requests),
    per_seconds: cdktn.numberToTerraform(struct!.perSeconds),
  }
}


export function dialog360ProviderRateLimitToHclTerraform(struct?: Dialog360ProviderRateLimit | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    requests: {
      value: cdktn.numberToHclTerraform(struct!.requests),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    per_seconds: {
      value: cdktn.numberToHclTerraform(struct!.perSeconds),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


import { Dialog360ProviderFunctions } from '../provider-functions/index';
/**
* Represents a dialog360
*/
export class Dialog360Provider extends cdktn.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a Dialog360Provider resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Dialog360Provider to import
  * @param importFromId The id of the existing Dialog360Provider that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Dialog360Provider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360 Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options Dialog360ProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: Dialog360ProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'dialog360',
      terraformGeneratorMetadata: {
        providerName: 'dialog360',
        providerVersionConstraint: '~> 0.1'
      },
      terraformProviderSource: 'dialog360/dialog360'
    });
    this._partnerId = config.partnerId;
    this._username = config.username;
    this._password = config.password;
    this._accessToken = config.accessToken;
    this._apiKey = config.apiKey;
    this._credentialsFile = config.credentialsFile;
    this._hubBaseUrl = config.hubBaseUrl;
    this._signalsBaseUrl = config.signalsBaseUrl;
    this._caCertFile = config.caCertFile;
    this._ctwaStatusField = config.ctwaStatusField;
    this._requestTimeout = config.requestTimeout;
    this._maxRetries = config.maxRetries;
    this._rateLimit = config.rateLimit;
    this._maxConcurrentRequests = config.maxConcurrentRequests;
    this._readOnly = config.readOnly;
    this._maxDisablesPerRun = config.maxDisablesPerRun;
    this._usageReportPath = config.usageReportPath;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // partner_id - computed: false, optional: true, required: false
  private _partnerId?: string; 
  public get partnerId() {
    return this._partnerId;
  }
  public set partnerId(value: string | undefined) {
    this._partnerId = value;
  }
  public resetPartnerId() {
    this._partnerId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get partnerIdInput() {
    return this._partnerId;
  }

  // username - computed: false, optional: true, required: false
  private _username?: string; 
  public get username() {
    return this._username;
  }
  public set username(value: string | undefined) {
    this._username = value;
  }
  public resetUsername() {
    this._username = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get usernameInput() {
    return this._username;
  }

  // password - computed: false, optional: true, required: false
  private _password?: string; 
  public get password() {
    return this._password;
  }
  public set password(value: string | undefined) {
    this._password = value;
  }
  public resetPassword() {
    this._password = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get passwordInput() {
    return this._password;
  }

  // access_token - computed: false, optional: true, required: false
  private _accessToken?: string; 
  public get accessToken() {
    return this._accessToken;
  }
  public set accessToken(value: string | undefined) {
    this._accessToken = value;
  }
  public resetAccessToken() {
    this._accessToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get accessTokenInput() {
    return this._accessToken;
  }

  // api_key - computed: false, optional: true, required: false
  private _apiKey?: string; 
  public get apiKey() {
    return this._apiKey;
  }
  public set apiKey(value: string | undefined) {
    this._apiKey = value;
  }
  public resetApiKey() {
    this._apiKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiKeyInput() {
    return this._apiKey;
  }

  // credentials_file - computed: false, optional: true, required: false
  private _credentialsFile?: string; 
  public get credentialsFile() {
    return this._credentialsFile;
  }
  public set credentialsFile(value: string | undefined) {
    this._credentialsFile = value;
  }
  public resetCredentialsFile() {
    this._credentialsFile = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get credentialsFileInput() {
    return this._credentialsFile;
  }

  // hub_base_url - computed: false, optional: true, required: false
  private _hubBaseUrl?: string; 
  public get hubBaseUrl() {
    return this._hubBaseUrl;
  }
  public set hubBaseUrl(value: string | undefined) {
    this._hubBaseUrl = value;
  }
  public resetHubBaseUrl() {
    this._hubBaseUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get hubBaseUrlInput() {
    return this._hubBaseUrl;
  }

  // signals_base_url - computed: false, optional: true, required: false
  private _signalsBaseUrl?: string; 
  public get signalsBaseUrl() {
    return this._signalsBaseUrl;
  }
  public set signalsBaseUrl(value: string | undefined) {
    this._signalsBaseUrl = value;
  }
  public resetSignalsBaseUrl() {
    this._signalsBaseUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get signalsBaseUrlInput() {
    return this._signalsBaseUrl;
  }

  // ca_cert_file - computed: false, optional: true, required: false
  private _caCertFile?: string; 
  public get caCertFile() {
    return this._caCertFile;
  }
  public set caCertFile(value: string | undefined) {
    this._caCertFile = value;
  }
  public resetCaCertFile() {
    this._caCertFile = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get caCertFileInput() {
    return this._caCertFile;
  }

  // ctwa_status_field - computed: false, optional: true, required: false
  private _ctwaStatusField?: string; 
  public get ctwaStatusField() {
    return this._ctwaStatusField;
  }
  public set ctwaStatusField(value: string | undefined) {
    this._ctwaStatusField = value;
  }
  public resetCtwaStatusField() {
    this._ctwaStatusField = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ctwaStatusFieldInput() {
    return this._ctwaStatusField;
  }

  // request_timeout - computed: false, optional: true, required: false
  private _requestTimeout?: string; 
  public get requestTimeout() {
    return this._requestTimeout;
  }
  public set requestTimeout(value: string | undefined) {
    this._requestTimeout = value;
  }
  public resetRequestTimeout() {
    this._requestTimeout = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get requestTimeoutInput() {
    return this._requestTimeout;
  }

  // max_retries - computed: false, optional: true, required: false
  private _maxRetries?: number; 
  public get maxRetries() {
    return this._maxRetries;
  }
  public set maxRetries(value: number | undefined) {
    this._maxRetries = value;
  }
  public resetMaxRetries() {
    this._maxRetries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxRetriesInput() {
    return this._maxRetries;
  }

  // rate_limit - computed: false, optional: true, required: false
  private _rateLimit?: Dialog360ProviderRateLimit; 
  public get rateLimit() {
    return this._rateLimit;
  }
  public set rateLimit(value: Dialog360ProviderRateLimit | undefined) {
    this._rateLimit = value;
  }
  public resetRateLimit() {
    this._rateLimit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get rateLimitInput() {
    return this._rateLimit;
  }

  // max_concurrent_requests - computed: false, optional: true, required: false
  private _maxConcurrentRequests?: number; 
  public get maxConcurrentRequests() {
    return this._maxConcurrentRequests;
  }
  public set maxConcurrentRequests(value: number | undefined) {
    this._maxConcurrentRequests = value;
  }
  public resetMaxConcurrentRequests() {
    this._maxConcurrentRequests = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxConcurrentRequestsInput() {
    return this._maxConcurrentRequests;
  }

  // read_only - computed: false, optional: true, required: false
  private _readOnly?: boolean | cdktn.IResolvable; 
  public get readOnly() {
    return this._readOnly;
  }
  public set readOnly(value: boolean | cdktn.IResolvable | undefined) {
    this._readOnly = value;
  }
  public resetReadOnly() {
    this._readOnly = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get readOnlyInput() {
    return this._readOnly;
  }

  // max_disables_per_run - computed: false, optional: true, required: false
  private _maxDisablesPerRun?: number; 
  public get maxDisablesPerRun() {
    return this._maxDisablesPerRun;
  }
  public set maxDisablesPerRun(value: number | undefined) {
    this._maxDisablesPerRun = value;
  }
  public resetMaxDisablesPerRun() {
    this._maxDisablesPerRun = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxDisablesPerRunInput() {
    return this._maxDisablesPerRun;
  }

  // usage_report_path - computed: false, optional: true, required: false
  private _usageReportPath?: string; 
  public get usageReportPath() {
    return this._usageReportPath;
  }
  public set usageReportPath(value: string | undefined) {
    this._usageReportPath = value;
  }
  public resetUsageReportPath() {
    this._usageReportPath = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get usageReportPathInput() {
    return this._usageReportPath;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // ==========================
  // PROVIDER-DEFINED FUNCTIONS
  // ==========================
  private _functions?: Dialog360ProviderFunctions;

  /**
  * Provider-defined functions of the dialog360 provider.
  */
  public get functions(): Dialog360ProviderFunctions {
    if (!this._functions) {
      this._functions = new Dialog360ProviderFunctions(this.terraformResourceType);
    }
    return this._functions;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      partner_id: cdktn.stringToTerraform(this._partnerId),
      username: cdktn.stringToTerraform(this._username),
      password: cdktn.stringToTerraform(this._password),
      access_token: cdktn.stringToTerraform(this._accessToken),
      api_key: cdktn.stringToTerraform(this._apiKey),
      credentials_file: cdktn.stringToTerraform(this._credentialsFile),
      hub_base_url: cdktn.stringToTerraform(this._hubBaseUrl),
      signals_base_url: cdktn.stringToTerraform(this._signalsBaseUrl),
      ca_cert_file: cdktn.stringToTerraform(this._caCertFile),
      ctwa_status_field: cdktn.stringToTerraform(this._ctwaStatusField),
      request_timeout: cdktn.stringToTerraform(this._requestTimeout),
      max_retries: cdktn.numberToTerraform(this._maxRetries),
      rate_limit: dialog360ProviderRateLimitToTerraform(this._rateLimit),
      max_concurrent_requests: cdktn.numberToTerraform(this._maxConcurrentRequests),
      read_only: cdktn.booleanToTerraform(this._readOnly),
      max_disables_per_run: cdktn.numberToTerraform(this._maxDisablesPerRun),
      usage_report_path: cdktn.stringToTerraform(this._usageReportPath),
      alias: cdktn.stringToTerraform(this._alias),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      partner_id: {
        value: cdktn.stringToHclTerraform(this._partnerId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      username: {
        value: cdktn.stringToHclTerraform(this._username),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      password: {
        value: cdktn.stringToHclTerraform(this._password),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      access_token: {
        value: cdktn.stringToHclTerraform(this._accessToken),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      api_key: {
        value: cdktn.stringToHclTerraform(this._apiKey),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      credentials_file: {
        value: cdktn.stringToHclTerraform(this._credentialsFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      hub_base_url: {
        value: cdktn.stringToHclTerraform(this._hubBaseUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      signals_base_url: {
        value: cdktn.stringToHclTerraform(this._signalsBaseUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ca_cert_file: {
        value: cdktn.stringToHclTerraform(this._caCertFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ctwa_status_field: {
        value: cdktn.stringToHclTerraform(this._ctwaStatusField),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      request_timeout: {
        value: cdktn.stringToHclTerraform(this._requestTimeout),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_retries: {
        value: cdktn.numberToHclTerraform(this._maxRetries),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      rate_limit: {
        value: dialog360ProviderRateLimitToTerraform(this._rateLimit),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
      max_concurrent_requests: {
        value: cdktn.numberToHclTerraform(this._maxConcurrentRequests),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      read_only: {
        value: cdktn.booleanToHclTerraform(this._readOnly),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      max_disables_per_run: {
        value: cdktn.numberToHclTerraform(this._maxDisablesPerRun),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      usage_report_path: {
        value: cdktn.stringToHclTerraform(this._usageReportPath),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      alias: {
        value: cdktn.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
