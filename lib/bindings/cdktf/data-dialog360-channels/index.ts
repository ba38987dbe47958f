// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataDialog360ChannelsConfig extends cdktf.TerraformMetaArguments {
  /**
  * Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).
  */
  readonly partnerId?: string;
  /**
  * Only channels of this client, such as `exampleCL`.
  */
  readonly clientId?: string;
  /**
  * Only channels with this `status`, such as `verified`.
  */
  readonly status?: string;
  /**
  * Only channels with this account mode: `live` or `sandbox`.
  */
  readonly accountMode?: string;
  /**
  * Whether each object's raw JSON is added as `json`. It holds everything the API sends, e-mail addresses and phone numbers of people included, and ends up in the state. Defaults to `false`.
  */
  readonly includeJson?: boolean | cdktf.IResolvable;
}
export interface DataDialog360ChannelsChannels {
}

export function dataDialog360ChannelsChannelsToTerraform(struct?: DataDialog360ChannelsChannels): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataDialog360ChannelsChannelsToHclTerraform(struct?: DataDialog360ChannelsChannels): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataDialog360ChannelsChannelsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectKey the key of this item in the map
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectKey: string) {
    super(terraformResource, terraformAttribute, false, complexObjectKey);
  }

  public get internalValue(): DataDialog360ChannelsChannels | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataDialog360ChannelsChannels | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // channel_id - computed: true, optional: false, required: false
  public get channelId() {
    return this.getStringAttribute('channel_id');
  }

  // phone_number - computed: true, optional: false, required: false
  public get phoneNumber() {
    return this.getStringAttribute('phone_number');
  }

  // client_id - computed: true, optional: false, required: false
  public get clientId() {
    return this.getStringAttribute('client_id');
  }

  // client_name - computed: true, optional: false, required: false
  public get clientName() {
    return this.getStringAttribute('client_name');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // hub_status - computed: true, optional: false, required: false
  public get hubStatus() {
    return this.getStringAttribute('hub_status');
  }

  // account_mode - computed: true, optional: false, required: false
  public get accountMode() {
    return this.getStringAttribute('account_mode');
  }

  // app_id - computed: true, optional: false, required: false
  public get appId() {
    return this.getStringAttribute('app_id');
  }

  // phone_name - computed: true, optional: false, required: false
  public get phoneName() {
    return this.getStringAttribute('phone_name');
  }

  // waba_account_id - computed: true, optional: false, required: false
  public get wabaAccountId() {
    return this.getStringAttribute('waba_account_id');
  }

  // waba_external_id - computed: true, optional: false, required: false
  public get wabaExternalId() {
    return this.getStringAttribute('waba_external_id');
  }

  // created_at - computed: true, optional: false, required: false
  public get createdAt() {
    return this.getStringAttribute('created_at');
  }

  // cancelled_at - computed: true, optional: false, required: false
  public get cancelledAt() {
    return this.getStringAttribute('cancelled_at');
  }

  // terminated_at - computed: true, optional: false, required: false
  public get terminatedAt() {
    return this.getStringAttribute('terminated_at');
  }

  // ctwa_tracking - computed: true, optional: false, required: false
  public get ctwaTracking() {
    return this.getStringAttribute('ctwa_tracking');
  }

  // json - computed: true, optional: false, required: false
  public get json() {
    return this.getStringAttribute('json');
  }
}

export class DataDialog360ChannelsChannelsMap extends cdktf.ComplexMap {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string) {
    super(terraformResource, terraformAttribute)
  }

  /**
  * @param key the key of the item to return
  */
  public get(key: string): DataDialog360ChannelsChannelsOutputReference {
    return new DataDialog360ChannelsChannelsOutputReference(this.terraformResource, this.terraformAttribute, `"${key}"`);
  }
}

/**
* Represents a dialog360_channels
*/
export class DataDialog360Channels extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_channels";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataDialog360Channels resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataDialog360Channels to import
  * @param importFromId The id of the existing DataDialog360Channels that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataDialog360Channels to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_channels", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_channels Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataDialog360ChannelsConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataDialog360ChannelsConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'dialog360_channels',
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
    this._partnerId = config.partnerId;
    this._clientId = config.clientId;
    this._status = config.status;
    this._accountMode = config.accountMode;
    this._includeJson = config.includeJson;
  }

  // ==========
  // ATTRIBUTES
  // ==========

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

  // client_id - computed: false, optional: true, required: false
  private _clientId?: string; 
  public get clientId() {
    return this.getStringAttribute('client_id');
  }
  public set clientId(value: string) {
    this._clientId = value;
  }
  public resetClientId() {
    this._clientId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientIdInput() {
    return this._clientId;
  }

  // status - computed: false, optional: true, required: false
  private _status?: string; 
  public get status() {
    return this.getStringAttribute('status');
  }
  public set status(value: string) {
    this._status = value;
  }
  public resetStatus() {
    this._status = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statusInput() {
    return this._status;
  }

  // account_mode - computed: false, optional: true, required: false
  private _accountMode?: string; 
  public get accountMode() {
    return this.getStringAttribute('account_mode');
  }
  public set accountMode(value: string) {
    this._accountMode = value;
  }
  public resetAccountMode() {
    this._accountMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get accountModeInput() {
    return this._accountMode;
  }

  // include_json - computed: true, optional: true, required: false
  private _includeJson?: boolean | cdktf.IResolvable; 
  public get includeJson() {
    return this.getBooleanAttribute('include_json');
  }
  public set includeJson(value: boolean | cdktf.IResolvable) {
    this._includeJson = value;
  }
  public resetIncludeJson() {
    this._includeJson = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get includeJsonInput() {
    return this._includeJson;
  }

  // channels - computed: true, optional: false, required: false
  private _channels = new DataDialog360ChannelsChannelsMap(this, "channels");
  public get channels() {
    return this._channels;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      partner_id: cdktf.stringToTerraform(this._partnerId),
      client_id: cdktf.stringToTerraform(this._clientId),
      status: cdktf.stringToTerraform(this._status),
      account_mode: cdktf.stringToTerraform(this._accountMode),
      include_json: cdktf.booleanToTerraform(this._includeJson),
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
      client_id: {
        value: cdktf.stringToHclTerraform(this._clientId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      status: {
        value: cdktf.stringToHclTerraform(this._status),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      account_mode: {
        value: cdktf.stringToHclTerraform(this._accountMode),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      include_json: {
        value: cdktf.booleanToHclTerraform(this._includeJson),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
