// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface SignalsKeywordPostbackConfig extends cdktn.TerraformMetaArguments {
  /**
  * Id of the channel's messaging app, such as `100001`, which `dialog360_channel_ctwa_tracking` exports; changing it replaces the object.
  */
  readonly appId: string;
  /**
  * Id of the ad at Meta; changing it replaces the object.
  */
  readonly adId: string;
  /**
  * Id of the keyword in Signals; no documented request lists keywords. Changing it replaces the object.
  */
  readonly keywordId: string;
  /**
  * Id of the channel that has the app, such as `exampleCH`. If it is set, plan checks the channel, its app and its tracking state.
  */
  readonly channelId?: string;
  /**
  * The URL to which Signals reports the keyword's conversions; https only. It is stored in the state. Set either this or `url_wo`.
  */
  readonly url?: string;
  /**
  * The same URL, never stored in state or plan (Terraform or OpenTofu 1.11 and newer). Needs `url_wo_version`.
  */
  readonly urlWo?: string;
  /**
  * Any whole number. Change it to send a changed `url_wo`.
  */
  readonly urlWoVersion?: number;
  /**
  * What destroy does, since no documented request removes a postback: `"keep"` leaves it, an https URL replaces it. Defaults to `"keep"`.
  */
  readonly onDestroy?: string;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: SignalsKeywordPostbackTimeouts;
}
export interface SignalsKeywordPostbackTimeouts {
  /**
  * How long plan may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly plan?: string;
  /**
  * How long create may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly create?: string;
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"2m"`.
  */
  readonly read?: string;
  /**
  * How long update may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly update?: string;
  /**
  * How long delete may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly delete?: string;
}

export function signalsKeywordPostbackTimeoutsToTerraform(struct?: SignalsKeywordPostbackTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    plan: cdktn.stringToTerraform(struct!.plan),
    create: cdktn.stringToTerraform(struct!.create),
    read: cdktn.stringToTerraform(struct!.read),
    update: cdktn.stringToTerraform(struct!.update),
    delete: cdktn.stringToTerraform(struct!.delete),
  }
}


export function signalsKeywordPostbackTimeoutsToHclTerraform(struct?: SignalsKeywordPostbackTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    plan: {
      value: cdktn.stringToHclTerraform(struct!.plan),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    create: {
      value: cdktn.stringToHclTerraform(struct!.create),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    read: {
      value: cdktn.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    update: {
      value: cdktn.stringToHclTerraform(struct!.update),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    delete: {
      value: cdktn.stringToHclTerraform(struct!.delete),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class SignalsKeywordPostbackTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): SignalsKeywordPostbackTimeouts | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._plan !== undefined) {
      hasAnyValues = true;
      internalValueResult.plan = this._plan;
    }
    if (this._create !== undefined) {
      hasAnyValues = true;
      internalValueResult.create = this._create;
    }
    if (this._read !== undefined) {
      hasAnyValues = true;
      internalValueResult.read = this._read;
    }
    if (this._update !== undefined) {
      hasAnyValues = true;
      internalValueResult.update = this._update;
    }
    if (this._delete !== undefined) {
      hasAnyValues = true;
      internalValueResult.delete = this._delete;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: SignalsKeywordPostbackTimeouts | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._plan = undefined;
      this._create = undefined;
      this._read = undefined;
      this._update = undefined;
      this._delete = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._plan = value.plan;
      this._create = value.create;
      this._read = value.read;
      this._update = value.update;
      this._delete = value.delete;
    }
  }

  // plan - computed: false, optional: true, required: false
  private _plan?: string; 
  public get plan() {
    return this.getStringAttribute('plan');
  }
  public set plan(value: string) {
    this._plan = value;
  }
  public resetPlan() {
    this._plan = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get planInput() {
    return this._plan;
  }

  // create - computed: false, optional: true, required: false
  private _create?: string; 
  public get create() {
    return this.getStringAttribute('create');
  }
  public set create(value: string) {
    this._create = value;
  }
  public resetCreate() {
    this._create = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createInput() {
    return this._create;
  }

  // read - computed: false, optional: true, required: false
  private _read?: string; 
  public get read() {
    return this.getStringAttribute('read');
  }
  public set read(value: string) {
    this._read = value;
  }
  public resetRead() {
    this._read = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get readInput() {
    return this._read;
  }

  // update - computed: false, optional: true, required: false
  private _update?: string; 
  public get update() {
    return this.getStringAttribute('update');
  }
  public set update(value: string) {
    this._update = value;
  }
  public resetUpdate() {
    this._update = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get updateInput() {
    return this._update;
  }

  // delete - computed: false, optional: true, required: false
  private _delete?: string; 
  public get delete() {
    return this.getStringAttribute('delete');
  }
  public set delete(value: string) {
    this._delete = value;
  }
  public resetDelete() {
    this._delete = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get deleteInput() {
    return this._delete;
  }
}

/**
* Represents a dialog360_signals_keyword_postback
*/
export class SignalsKeywordPostback extends cdktn.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_signals_keyword_postback";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a SignalsKeywordPostback resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the SignalsKeywordPostback to import
  * @param importFromId The id of the existing SignalsKeywordPostback that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the SignalsKeywordPostback to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_signals_keyword_postback", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_signals_keyword_postback Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options SignalsKeywordPostbackConfig
  */
  public constructor(scope: Construct, id: string, config: SignalsKeywordPostbackConfig) {
    super(scope, id, {
      terraformResourceType: 'dialog360_signals_keyword_postback',
      terraformGeneratorMetadata: {
        providerName: 'dialog360',
        providerVersionConstraint: '~> 0.1'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._appId = config.appId;
    this._adId = config.adId;
    this._keywordId = config.keywordId;
    this._channelId = config.channelId;
    this._url = config.url;
    this._urlWo = config.urlWo;
    this._urlWoVersion = config.urlWoVersion;
    this._onDestroy = config.onDestroy;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // app_id - computed: false, optional: false, required: true
  private _appId?: string; 
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  public set appId(value: string) {
    this._appId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get appIdInput() {
    return this._appId;
  }

  // ad_id - computed: false, optional: false, required: true
  private _adId?: string; 
  public get adId() {
    return this.getStringAttribute('ad_id');
  }
  public set adId(value: string) {
    this._adId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get adIdInput() {
    return this._adId;
  }

  // keyword_id - computed: false, optional: false, required: true
  private _keywordId?: string; 
  public get keywordId() {
    return this.getStringAttribute('keyword_id');
  }
  public set keywordId(value: string) {
    this._keywordId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get keywordIdInput() {
    return this._keywordId;
  }

  // channel_id - computed: false, optional: true, required: false
  private _channelId?: string; 
  public get channelId() {
    return this.getStringAttribute('channel_id');
  }
  public set channelId(value: string) {
    this._channelId = value;
  }
  public resetChannelId() {
    this._channelId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get channelIdInput() {
    return this._channelId;
  }

  // url - computed: false, optional: true, required: false
  private _url?: string; 
  public get url() {
    return this.getStringAttribute('url');
  }
  public set url(value: string) {
    this._url = value;
  }
  public resetUrl() {
    this._url = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get urlInput() {
    return this._url;
  }

  // url_wo - computed: false, optional: true, required: false
  private _urlWo?: string; 
  /**
  * @deprecated Write-only: the provider never returns this value; reading it always yields null by protocol contract. The getter remains for compatibility and will be removed in a future prebuilt-provider major.
  */
  public get urlWo() {
    return this.getStringAttribute('url_wo');
  }
  public set urlWo(value: string) {
    this._urlWo = value;
  }
  public resetUrlWo() {
    this._urlWo = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get urlWoInput() {
    return this._urlWo;
  }

  // url_wo_version - computed: false, optional: true, required: false
  private _urlWoVersion?: number; 
  public get urlWoVersion() {
    return this.getNumberAttribute('url_wo_version');
  }
  public set urlWoVersion(value: number) {
    this._urlWoVersion = value;
  }
  public resetUrlWoVersion() {
    this._urlWoVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get urlWoVersionInput() {
    return this._urlWoVersion;
  }

  // on_destroy - computed: true, optional: true, required: false
  private _onDestroy?: string; 
  public get onDestroy() {
    return this.getStringAttribute('on_destroy');
  }
  public set onDestroy(value: string) {
    this._onDestroy = value;
  }
  public resetOnDestroy() {
    this._onDestroy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onDestroyInput() {
    return this._onDestroy;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new SignalsKeywordPostbackTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: SignalsKeywordPostbackTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      app_id: cdktn.stringToTerraform(this._appId),
      ad_id: cdktn.stringToTerraform(this._adId),
      keyword_id: cdktn.stringToTerraform(this._keywordId),
      channel_id: cdktn.stringToTerraform(this._channelId),
      url: cdktn.stringToTerraform(this._url),
      url_wo: this.markWriteOnlyAttribute(cdktn.stringToTerraform(this._urlWo)),
      url_wo_version: cdktn.numberToTerraform(this._urlWoVersion),
      on_destroy: cdktn.stringToTerraform(this._onDestroy),
      timeouts: signalsKeywordPostbackTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      app_id: {
        value: cdktn.stringToHclTerraform(this._appId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ad_id: {
        value: cdktn.stringToHclTerraform(this._adId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      keyword_id: {
        value: cdktn.stringToHclTerraform(this._keywordId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      channel_id: {
        value: cdktn.stringToHclTerraform(this._channelId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      url: {
        value: cdktn.stringToHclTerraform(this._url),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      url_wo: {
        value: this.markWriteOnlyAttribute(cdktn.stringToHclTerraform(this._urlWo)),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      url_wo_version: {
        value: cdktn.numberToHclTerraform(this._urlWoVersion),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      on_destroy: {
        value: cdktn.stringToHclTerraform(this._onDestroy),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      timeouts: {
        value: signalsKeywordPostbackTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
