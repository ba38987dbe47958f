// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface Dialog360ProviderConfig {
  /**
  * Id of the partner whose channels are managed, such as `examplePA`; resources and data sources can name another one. Environment variable: `DIALOG360_PARTNER_ID`.
  */
  readonly partnerId?: string;
  /**
  * E-mail address of a Partner Hub user, together with `password`. Environment variable: `DIALOG360_USERNAME`.
  */
  readonly username?: string;
  /**
  * Password of that user. Environment variable: `DIALOG360_PASSWORD`.
  */
  readonly password?: string;
  /**
  * Bearer token that you already have, instead of `username` and `password`; it is not renewed. Environment variable: `DIALOG360_ACCESS_TOKEN`.
  */
  readonly accessToken?: string;
  /**
  * Partner API key from the Partner Hub, sent as `X-API-Key`; Signals data sources need a bearer token in addition. Environment variable: `DIALOG360_API_KEY`.
  */
  readonly apiKey?: string;
  /**
  * Path of a JSON file with credentials, used if neither the provider block nor the environment has any. Environment variable: `DIALOG360_CREDENTIALS_FILE`.
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
  * Path of a PEM file with certificate authorities that are trusted in addition to the public ones. Environment variable: `DIALOG360_CA_CERT_FILE`.
  */
  readonly caCertFile?: string;
  /**
  * Dotted path of the field in the hub's channel object that tells whether CTWA tracking is on, such as `integration.ctwa_enabled`. No public document shows such a field. Environment variable: `DIALOG360_CTWA_STATUS_FIELD`.
  */
  readonly ctwaStatusField?: string;
  /**
  * How long one attempt of one request may take, as a duration such as `"45s"`. Defaults to `"30s"`. Environment variable: `DIALOG360_REQUEST_TIMEOUT`.
  */
  readonly requestTimeout?: string;
  /**
  * How many times a request is repeated after a network failure or an answer such as 503, from 0 to 20; waits for a rate limit (429) do not count. Defaults to `4`. Environment variable: `DIALOG360_MAX_RETRIES`.
  */
  readonly maxRetries?: number;
  /**
  * Upper bound of requests to one host in any period of the given length, logins included, such as `{ requests = 5, per_seconds = 30 }`. Environment variable: `DIALOG360_RATE_LIMIT`, such as `5/30s`.
  */
  readonly rateLimit?: Dialog360ProviderRateLimit;
  /**
  * Upper bound of concurrent requests to one host, from 1 to 32; by default the provider finds a good number by itself. Environment variable: `DIALOG360_MAX_CONCURRENT_REQUESTS`.
  */
  readonly maxConcurrentRequests?: number;
  /**
  * Number of channels or clients per request when a list is read, from 1 to 1000. Defaults to `1000`. Environment variable: `DIALOG360_PAGE_SIZE`.
  */
  readonly pageSize?: number;
  /**
  * Whether the provider may only read: only GET requests and the login leave it, and an apply that would switch a channel fails. Defaults to `false`. Environment variable: `DIALOG360_READ_ONLY`.
  */
  readonly readOnly?: boolean | cdktf.IResolvable;
  /**
  * How a plan reports what apply would refuse: `"error"` (the default), `"warning"`, or `"off"` for no check. Environment variable: `DIALOG360_PLAN_CHECKS`.
  */
  readonly planChecks?: string;
  /**
  * Upper bound of channels that one plan or one apply may switch off, from 0 on; unlimited by default. Environment variable: `DIALOG360_MAX_DISABLES_PER_RUN`.
  */
  readonly maxDisablesPerRun?: number;
  /**
  * Path of a JSON file that shows, while an apply runs, how many switches are done and when it ends; `terraform-provider-dialog360 progress FILE` draws it. Environment variable: `DIALOG360_PROGRESS_PATH`.
  */
  readonly progressPath?: string;
  /**
  * Path of a file to which each provider process appends one line of JSON about its requests. Environment variable: `DIALOG360_USAGE_REPORT_PATH`.
  */
  readonly usageReportPath?: string;
  /**
  * Alias name
  */
  readonly alias?: string;
}
export interface Dialog360ProviderRateLimit {
  /**
  * Number of requests, from 1 to 10000.
  */
  readonly requests: number;
  /**
  * Length of the period in seconds, from 1 to 3600.
  */
  readonly perSeconds: number;
}

export function dialog360ProviderRateLimitToTerraform(struct?: Dialog360ProviderRateLimit | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    requests: cdktf.numberToTerraform(struct!.requests),
    per_seconds: cdktf.numberToTerraform(struct!.perSeconds),
  }
}


export function dialog360ProviderRateLimitToHclTerraform(struct?: Dialog360ProviderRateLimit | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    requests: {
      value: cdktf.numberToHclTerraform(struct!.requests),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    per_seconds: {
      value: cdktf.numberToHclTerraform(struct!.perSeconds),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


/**
* Represents a dialog360
*/
export class Dialog360Provider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Dialog360Provider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Dialog360Provider to import
  * @param importFromId The id of the existing Dialog360Provider that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Dialog360Provider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "dialog360", importId: importFromId, provider });
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
    this._pageSize = config.pageSize;
    this._readOnly = config.readOnly;
    this._planChecks = config.planChecks;
    this._maxDisablesPerRun = config.maxDisablesPerRun;
    this._progressPath = config.progressPath;
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

  // page_size - computed: false, optional: true, required: false
  private _pageSize?: number; 
  public get pageSize() {
    return this._pageSize;
  }
  public set pageSize(value: number | undefined) {
    this._pageSize = value;
  }
  public resetPageSize() {
    this._pageSize = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pageSizeInput() {
    return this._pageSize;
  }

  // read_only - computed: false, optional: true, required: false
  private _readOnly?: boolean | cdktf.IResolvable; 
  public get readOnly() {
    return this._readOnly;
  }
  public set readOnly(value: boolean | cdktf.IResolvable | undefined) {
    this._readOnly = value;
  }
  public resetReadOnly() {
    this._readOnly = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get readOnlyInput() {
    return this._readOnly;
  }

  // plan_checks - computed: false, optional: true, required: false
  private _planChecks?: string; 
  public get planChecks() {
    return this._planChecks;
  }
  public set planChecks(value: string | undefined) {
    this._planChecks = value;
  }
  public resetPlanChecks() {
    this._planChecks = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get planChecksInput() {
    return this._planChecks;
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

  // progress_path - computed: false, optional: true, required: false
  private _progressPath?: string; 
  public get progressPath() {
    return this._progressPath;
  }
  public set progressPath(value: string | undefined) {
    this._progressPath = value;
  }
  public resetProgressPath() {
    this._progressPath = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get progressPathInput() {
    return this._progressPath;
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

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      partner_id: cdktf.stringToTerraform(this._partnerId),
      username: cdktf.stringToTerraform(this._username),
      password: cdktf.stringToTerraform(this._password),
      access_token: cdktf.stringToTerraform(this._accessToken),
      api_key: cdktf.stringToTerraform(this._apiKey),
      credentials_file: cdktf.stringToTerraform(this._credentialsFile),
      hub_base_url: cdktf.stringToTerraform(this._hubBaseUrl),
      signals_base_url: cdktf.stringToTerraform(this._signalsBaseUrl),
      ca_cert_file: cdktf.stringToTerraform(this._caCertFile),
      ctwa_status_field: cdktf.stringToTerraform(this._ctwaStatusField),
      request_timeout: cdktf.stringToTerraform(this._requestTimeout),
      max_retries: cdktf.numberToTerraform(this._maxRetries),
      rate_limit: dialog360ProviderRateLimitToTerraform(this._rateLimit),
      max_concurrent_requests: cdktf.numberToTerraform(this._maxConcurrentRequests),
      page_size: cdktf.numberToTerraform(this._pageSize),
      read_only: cdktf.booleanToTerraform(this._readOnly),
      plan_checks: cdktf.stringToTerraform(this._planChecks),
      max_disables_per_run: cdktf.numberToTerraform(this._maxDisablesPerRun),
      progress_path: cdktf.stringToTerraform(this._progressPath),
      usage_report_path: cdktf.stringToTerraform(this._usageReportPath),
      alias: cdktf.stringToTerraform(this._alias),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      partner_id: {
        value: cdktf.stringToHclTerraform(this._partnerId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      username: {
        value: cdktf.stringToHclTerraform(this._username),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      password: {
        value: cdktf.stringToHclTerraform(this._password),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      access_token: {
        value: cdktf.stringToHclTerraform(this._accessToken),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      api_key: {
        value: cdktf.stringToHclTerraform(this._apiKey),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      credentials_file: {
        value: cdktf.stringToHclTerraform(this._credentialsFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      hub_base_url: {
        value: cdktf.stringToHclTerraform(this._hubBaseUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      signals_base_url: {
        value: cdktf.stringToHclTerraform(this._signalsBaseUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ca_cert_file: {
        value: cdktf.stringToHclTerraform(this._caCertFile),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ctwa_status_field: {
        value: cdktf.stringToHclTerraform(this._ctwaStatusField),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      request_timeout: {
        value: cdktf.stringToHclTerraform(this._requestTimeout),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_retries: {
        value: cdktf.numberToHclTerraform(this._maxRetries),
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
        value: cdktf.numberToHclTerraform(this._maxConcurrentRequests),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      page_size: {
        value: cdktf.numberToHclTerraform(this._pageSize),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      read_only: {
        value: cdktf.booleanToHclTerraform(this._readOnly),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      plan_checks: {
        value: cdktf.stringToHclTerraform(this._planChecks),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_disables_per_run: {
        value: cdktf.numberToHclTerraform(this._maxDisablesPerRun),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      progress_path: {
        value: cdktf.stringToHclTerraform(this._progressPath),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      usage_report_path: {
        value: cdktf.stringToHclTerraform(this._usageReportPath),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
