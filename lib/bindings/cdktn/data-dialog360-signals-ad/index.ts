// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface DataDialog360SignalsAdConfig extends cdktn.TerraformMetaArguments {
  /**
  * Id of the channel whose chats the ads open, such as `exampleCH`; set either this or `app_id`.
  */
  readonly channelId?: string;
  /**
  * Id of the channel's messaging app, such as `100001`; by default looked up from `channel_id`.
  */
  readonly appId?: string;
  /**
  * Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).
  */
  readonly partnerId?: string;
  /**
  * Id of the ad at Meta.
  */
  readonly adId: string;
  /**
  * Whether `json` holds the raw object, which may contain personal contact data and is stored in the state. Defaults to `false`.
  */
  readonly includeJson?: boolean | cdktn.IResolvable;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: DataDialog360SignalsAdTimeouts;
}
export interface DataDialog360SignalsAdAdAccount {
}

export function dataDialog360SignalsAdAdAccountToTerraform(struct?: DataDialog360SignalsAdAdAccount): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function dataDialog360SignalsAdAdAccountToHclTerraform(struct?: DataDialog360SignalsAdAdAccount): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class DataDialog360SignalsAdAdAccountOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360SignalsAdAdAccount | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataDialog360SignalsAdAdAccount | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // currency - computed: true, optional: false, required: false
  public get currency() {
    return this.getStringAttribute('currency');
  }
}
export interface DataDialog360SignalsAdTimeouts {
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly read?: string;
}

export function dataDialog360SignalsAdTimeoutsToTerraform(struct?: DataDialog360SignalsAdTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    read: cdktn.stringToTerraform(struct!.read),
  }
}


export function dataDialog360SignalsAdTimeoutsToHclTerraform(struct?: DataDialog360SignalsAdTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    read: {
      value: cdktn.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataDialog360SignalsAdTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360SignalsAdTimeouts | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._read !== undefined) {
      hasAnyValues = true;
      internalValueResult.read = this._read;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataDialog360SignalsAdTimeouts | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._read = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._read = value.read;
    }
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
}

/**
* Represents a dialog360_signals_ad
*/
export class DataDialog360SignalsAd extends cdktn.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_signals_ad";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a DataDialog360SignalsAd resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataDialog360SignalsAd to import
  * @param importFromId The id of the existing DataDialog360SignalsAd that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataDialog360SignalsAd to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_signals_ad", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_signals_ad Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataDialog360SignalsAdConfig
  */
  public constructor(scope: Construct, id: string, config: DataDialog360SignalsAdConfig) {
    super(scope, id, {
      terraformResourceType: 'dialog360_signals_ad',
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
    this._channelId = config.channelId;
    this._appId = config.appId;
    this._partnerId = config.partnerId;
    this._adId = config.adId;
    this._includeJson = config.includeJson;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

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

  // app_id - computed: true, optional: true, required: false
  private _appId?: string; 
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  public set appId(value: string) {
    this._appId = value;
  }
  public resetAppId() {
    this._appId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get appIdInput() {
    return this._appId;
  }

  // partner_id - computed: true, optional: true, required: false
  private _partnerId?: string; 
  public get partnerId() {
    return this.getStringAttribute('partner_id');
  }
  public set partnerId(value: string) {
    this._partnerId = value;
  }
  public resetPartnerId() {
    this._partnerId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get partnerIdInput() {
    return this._partnerId;
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

  // include_json - computed: true, optional: true, required: false
  private _includeJson?: boolean | cdktn.IResolvable; 
  public get includeJson() {
    return this.getBooleanAttribute('include_json');
  }
  public set includeJson(value: boolean | cdktn.IResolvable) {
    this._includeJson = value;
  }
  public resetIncludeJson() {
    this._includeJson = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get includeJsonInput() {
    return this._includeJson;
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // ad_account - computed: true, optional: false, required: false
  private _adAccount = new DataDialog360SignalsAdAdAccountOutputReference(this, "ad_account");
  public get adAccount() {
    return this._adAccount;
  }

  // campaign_name - computed: true, optional: false, required: false
  public get campaignName() {
    return this.getStringAttribute('campaign_name');
  }

  // campaign_start_time - computed: true, optional: false, required: false
  public get campaignStartTime() {
    return this.getStringAttribute('campaign_start_time');
  }

  // created_time - computed: true, optional: false, required: false
  public get createdTime() {
    return this.getStringAttribute('created_time');
  }

  // updated_time - computed: true, optional: false, required: false
  public get updatedTime() {
    return this.getStringAttribute('updated_time');
  }

  // json - computed: true, optional: false, required: false
  public get json() {
    return this.getStringAttribute('json');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataDialog360SignalsAdTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataDialog360SignalsAdTimeouts) {
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
      channel_id: cdktn.stringToTerraform(this._channelId),
      app_id: cdktn.stringToTerraform(this._appId),
      partner_id: cdktn.stringToTerraform(this._partnerId),
      ad_id: cdktn.stringToTerraform(this._adId),
      include_json: cdktn.booleanToTerraform(this._includeJson),
      timeouts: dataDialog360SignalsAdTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      channel_id: {
        value: cdktn.stringToHclTerraform(this._channelId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      app_id: {
        value: cdktn.stringToHclTerraform(this._appId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      partner_id: {
        value: cdktn.stringToHclTerraform(this._partnerId),
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
      include_json: {
        value: cdktn.booleanToHclTerraform(this._includeJson),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      timeouts: {
        value: dataDialog360SignalsAdTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
