// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface DataDialog360ChannelConfig extends cdktn.TerraformMetaArguments {
  /**
  * Id of the channel, such as `exampleCH`; set either this or `phone_number`.
  */
  readonly channelId?: string;
  /**
  * Phone number of the channel with its country code, such as `+4915550000001`, compared by its digits.
  */
  readonly phoneNumber?: string;
  /**
  * Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).
  */
  readonly partnerId?: string;
  /**
  * Whether `json` holds the raw object, which may contain personal contact data and is stored in the state. Defaults to `false`.
  */
  readonly includeJson?: boolean | cdktn.IResolvable;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: DataDialog360ChannelTimeouts;
}
export interface DataDialog360ChannelTimeouts {
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly read?: string;
}

export function dataDialog360ChannelTimeoutsToTerraform(struct?: DataDialog360ChannelTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    read: cdktn.stringToTerraform(struct!.read),
  }
}


export function dataDialog360ChannelTimeoutsToHclTerraform(struct?: DataDialog360ChannelTimeouts | cdktn.IResolvable): any {
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

export class DataDialog360ChannelTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360ChannelTimeouts | cdktn.IResolvable | undefined {
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

  public set internalValue(value: DataDialog360ChannelTimeouts | cdktn.IResolvable | undefined) {
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
* Represents a dialog360_channel
*/
export class DataDialog360Channel extends cdktn.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_channel";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a DataDialog360Channel resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataDialog360Channel to import
  * @param importFromId The id of the existing DataDialog360Channel that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataDialog360Channel to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_channel", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_channel Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataDialog360ChannelConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataDialog360ChannelConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'dialog360_channel',
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
    this._phoneNumber = config.phoneNumber;
    this._partnerId = config.partnerId;
    this._includeJson = config.includeJson;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // channel_id - computed: true, optional: true, required: false
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

  // phone_number - computed: true, optional: true, required: false
  private _phoneNumber?: string; 
  public get phoneNumber() {
    return this.getStringAttribute('phone_number');
  }
  public set phoneNumber(value: string) {
    this._phoneNumber = value;
  }
  public resetPhoneNumber() {
    this._phoneNumber = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get phoneNumberInput() {
    return this._phoneNumber;
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

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataDialog360ChannelTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataDialog360ChannelTimeouts) {
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
      phone_number: cdktn.stringToTerraform(this._phoneNumber),
      partner_id: cdktn.stringToTerraform(this._partnerId),
      include_json: cdktn.booleanToTerraform(this._includeJson),
      timeouts: dataDialog360ChannelTimeoutsToTerraform(this._timeouts.internalValue),
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
      phone_number: {
        value: cdktn.stringToHclTerraform(this._phoneNumber),
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
      include_json: {
        value: cdktn.booleanToHclTerraform(this._includeJson),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      timeouts: {
        value: dataDialog360ChannelTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
