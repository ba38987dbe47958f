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
  * Only channels that match these words (the hub's filter `q`, whose fields are undocumented). Filtered by the hub only.
  */
  readonly search?: string;
  /**
  * Only channels of this client, such as `exampleCL`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly clientId?: string;
  /**
  * Only channels whose client has this e-mail address, in any case. Filtered by the provider, which reads all channels.
  */
  readonly clientEmail?: string;
  /**
  * Only channels of this type. Filtered by the hub only.
  */
  readonly type?: string;
  /**
  * Only channels with this `status`, such as `verified`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly status?: string;
  /**
  * Only channels with this status at Meta. Filtered by the hub only.
  */
  readonly metaStatus?: string;
  /**
  * Only channels with this availability status. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly availabilityStatus?: string;
  /**
  * Only channels with this account mode: `live` or `sandbox`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly accountMode?: string;
  /**
  * Only channels of this version. Filtered by the hub only.
  */
  readonly version?: string;
  /**
  * Only channels that were migrated, or that were not. Filtered by the hub only.
  */
  readonly isMigrated?: boolean | cdktf.IResolvable;
  /**
  * Only channels with this id at Meta. Filtered by the hub only.
  */
  readonly externalId?: string;
  /**
  * Only channels with this messaging limit, such as `TIER_1K`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly currentLimit?: string;
  /**
  * Only channels with this quality rating. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly currentQualityRating?: string;
  /**
  * Only channels with this phone number, compared by its digits. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly phoneNumber?: string;
  /**
  * Only channels with this display name. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly phoneName?: string;
  /**
  * Only channels whose number was in use before, or was not. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly wasInUse?: boolean | cdktf.IResolvable;
  /**
  * Only channels whose number has a voice menu, or has none. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly ivr?: boolean | cdktf.IResolvable;
  /**
  * Only channels verified this way: `sms` or `voice`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly verificationMethod?: string;
  /**
  * Only channels with this default language, such as `en`. Filtered by the hub, and checked by the provider if the hub's rows show it.
  */
  readonly defaultLanguage?: string;
  /**
  * Only channels with this about text in the profile. Filtered by the hub only.
  */
  readonly aboutText?: string;
  /**
  * Only channels with this business vertical in the profile. Filtered by the hub only.
  */
  readonly businessVertical?: string;
  /**
  * Only channels with this description in the profile. Filtered by the hub only.
  */
  readonly businessDescription?: string;
  /**
  * Only channels with this e-mail address in the profile. Filtered by the hub only.
  */
  readonly contactEmail?: string;
  /**
  * Only channels of this project of the hub's first API. Filtered by the hub only.
  */
  readonly projectId?: string;
  /**
  * Only channels of the project with this name. Filtered by the hub only.
  */
  readonly projectName?: string;
  /**
  * Only channels of projects with this licence model. Filtered by the hub only.
  */
  readonly projectLicenseModel?: string;
  /**
  * Only channels of this WhatsApp Business Account at 360dialog, such as `exampleWA`. Filtered by the provider, which reads all channels.
  */
  readonly wabaAccountId?: string;
  /**
  * Only channels whose WhatsApp Business Account has this status at Facebook, such as `verified`. Filtered by the provider, which reads all channels.
  */
  readonly fbAccountStatus?: string;
  /**
  * Only channels created at this time or later, such as `2026-01-31T00:00:00Z`. Filtered by the provider, which reads all channels.
  */
  readonly createdAfter?: string;
  /**
  * Only channels created at this time or earlier. Filtered by the provider, which reads all channels.
  */
  readonly createdBefore?: string;
  /**
  * Only channels changed at this time or later; none if the hub shows no time of change. Filtered by the provider, which reads all channels.
  */
  readonly modifiedAfter?: string;
  /**
  * Only channels changed at this time or earlier; none if the hub shows no time of change. Filtered by the provider, which reads all channels.
  */
  readonly modifiedBefore?: string;
  /**
  * Only channels whose end is at this time or later; none of those without an end. Filtered by the provider, which reads all channels.
  */
  readonly terminatedAfter?: string;
  /**
  * Only channels whose end is at this time or earlier; none of those without an end. Filtered by the provider, which reads all channels.
  */
  readonly terminatedBefore?: string;
  /**
  * Whether `json` holds the raw object, which may contain personal contact data and is stored in the state. Defaults to `false`.
  */
  readonly includeJson?: boolean | cdktf.IResolvable;
  /**
  * Whether a client that the partner does not have gives an empty result instead of an error. Defaults to `false`.
  */
  readonly allowEmpty?: boolean | cdktf.IResolvable;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: DataDialog360ChannelsTimeouts;
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
export interface DataDialog360ChannelsTimeouts {
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly read?: string;
}

export function dataDialog360ChannelsTimeoutsToTerraform(struct?: DataDialog360ChannelsTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    read: cdktf.stringToTerraform(struct!.read),
  }
}


export function dataDialog360ChannelsTimeoutsToHclTerraform(struct?: DataDialog360ChannelsTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    read: {
      value: cdktf.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataDialog360ChannelsTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360ChannelsTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataDialog360ChannelsTimeouts | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._read = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
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
    this._search = config.search;
    this._clientId = config.clientId;
    this._clientEmail = config.clientEmail;
    this._type = config.type;
    this._status = config.status;
    this._metaStatus = config.metaStatus;
    this._availabilityStatus = config.availabilityStatus;
    this._accountMode = config.accountMode;
    this._version = config.version;
    this._isMigrated = config.isMigrated;
    this._externalId = config.externalId;
    this._currentLimit = config.currentLimit;
    this._currentQualityRating = config.currentQualityRating;
    this._phoneNumber = config.phoneNumber;
    this._phoneName = config.phoneName;
    this._wasInUse = config.wasInUse;
    this._ivr = config.ivr;
    this._verificationMethod = config.verificationMethod;
    this._defaultLanguage = config.defaultLanguage;
    this._aboutText = config.aboutText;
    this._businessVertical = config.businessVertical;
    this._businessDescription = config.businessDescription;
    this._contactEmail = config.contactEmail;
    this._projectId = config.projectId;
    this._projectName = config.projectName;
    this._projectLicenseModel = config.projectLicenseModel;
    this._wabaAccountId = config.wabaAccountId;
    this._fbAccountStatus = config.fbAccountStatus;
    this._createdAfter = config.createdAfter;
    this._createdBefore = config.createdBefore;
    this._modifiedAfter = config.modifiedAfter;
    this._modifiedBefore = config.modifiedBefore;
    this._terminatedAfter = config.terminatedAfter;
    this._terminatedBefore = config.terminatedBefore;
    this._includeJson = config.includeJson;
    this._allowEmpty = config.allowEmpty;
    this._timeouts.internalValue = config.timeouts;
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

  // search - computed: false, optional: true, required: false
  private _search?: string; 
  public get search() {
    return this.getStringAttribute('search');
  }
  public set search(value: string) {
    this._search = value;
  }
  public resetSearch() {
    this._search = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get searchInput() {
    return this._search;
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

  // client_email - computed: false, optional: true, required: false
  private _clientEmail?: string; 
  public get clientEmail() {
    return this.getStringAttribute('client_email');
  }
  public set clientEmail(value: string) {
    this._clientEmail = value;
  }
  public resetClientEmail() {
    this._clientEmail = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientEmailInput() {
    return this._clientEmail;
  }

  // type - computed: false, optional: true, required: false
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  public resetType() {
    this._type = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
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

  // meta_status - computed: false, optional: true, required: false
  private _metaStatus?: string; 
  public get metaStatus() {
    return this.getStringAttribute('meta_status');
  }
  public set metaStatus(value: string) {
    this._metaStatus = value;
  }
  public resetMetaStatus() {
    this._metaStatus = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get metaStatusInput() {
    return this._metaStatus;
  }

  // availability_status - computed: false, optional: true, required: false
  private _availabilityStatus?: string; 
  public get availabilityStatus() {
    return this.getStringAttribute('availability_status');
  }
  public set availabilityStatus(value: string) {
    this._availabilityStatus = value;
  }
  public resetAvailabilityStatus() {
    this._availabilityStatus = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get availabilityStatusInput() {
    return this._availabilityStatus;
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

  // version - computed: false, optional: true, required: false
  private _version?: string; 
  public get version() {
    return this.getStringAttribute('version');
  }
  public set version(value: string) {
    this._version = value;
  }
  public resetVersion() {
    this._version = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get versionInput() {
    return this._version;
  }

  // is_migrated - computed: false, optional: true, required: false
  private _isMigrated?: boolean | cdktf.IResolvable; 
  public get isMigrated() {
    return this.getBooleanAttribute('is_migrated');
  }
  public set isMigrated(value: boolean | cdktf.IResolvable) {
    this._isMigrated = value;
  }
  public resetIsMigrated() {
    this._isMigrated = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get isMigratedInput() {
    return this._isMigrated;
  }

  // external_id - computed: false, optional: true, required: false
  private _externalId?: string; 
  public get externalId() {
    return this.getStringAttribute('external_id');
  }
  public set externalId(value: string) {
    this._externalId = value;
  }
  public resetExternalId() {
    this._externalId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get externalIdInput() {
    return this._externalId;
  }

  // current_limit - computed: false, optional: true, required: false
  private _currentLimit?: string; 
  public get currentLimit() {
    return this.getStringAttribute('current_limit');
  }
  public set currentLimit(value: string) {
    this._currentLimit = value;
  }
  public resetCurrentLimit() {
    this._currentLimit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get currentLimitInput() {
    return this._currentLimit;
  }

  // current_quality_rating - computed: false, optional: true, required: false
  private _currentQualityRating?: string; 
  public get currentQualityRating() {
    return this.getStringAttribute('current_quality_rating');
  }
  public set currentQualityRating(value: string) {
    this._currentQualityRating = value;
  }
  public resetCurrentQualityRating() {
    this._currentQualityRating = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get currentQualityRatingInput() {
    return this._currentQualityRating;
  }

  // phone_number - computed: false, optional: true, required: false
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

  // phone_name - computed: false, optional: true, required: false
  private _phoneName?: string; 
  public get phoneName() {
    return this.getStringAttribute('phone_name');
  }
  public set phoneName(value: string) {
    this._phoneName = value;
  }
  public resetPhoneName() {
    this._phoneName = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get phoneNameInput() {
    return this._phoneName;
  }

  // was_in_use - computed: false, optional: true, required: false
  private _wasInUse?: boolean | cdktf.IResolvable; 
  public get wasInUse() {
    return this.getBooleanAttribute('was_in_use');
  }
  public set wasInUse(value: boolean | cdktf.IResolvable) {
    this._wasInUse = value;
  }
  public resetWasInUse() {
    this._wasInUse = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get wasInUseInput() {
    return this._wasInUse;
  }

  // ivr - computed: false, optional: true, required: false
  private _ivr?: boolean | cdktf.IResolvable; 
  public get ivr() {
    return this.getBooleanAttribute('ivr');
  }
  public set ivr(value: boolean | cdktf.IResolvable) {
    this._ivr = value;
  }
  public resetIvr() {
    this._ivr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ivrInput() {
    return this._ivr;
  }

  // verification_method - computed: false, optional: true, required: false
  private _verificationMethod?: string; 
  public get verificationMethod() {
    return this.getStringAttribute('verification_method');
  }
  public set verificationMethod(value: string) {
    this._verificationMethod = value;
  }
  public resetVerificationMethod() {
    this._verificationMethod = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get verificationMethodInput() {
    return this._verificationMethod;
  }

  // default_language - computed: false, optional: true, required: false
  private _defaultLanguage?: string; 
  public get defaultLanguage() {
    return this.getStringAttribute('default_language');
  }
  public set defaultLanguage(value: string) {
    this._defaultLanguage = value;
  }
  public resetDefaultLanguage() {
    this._defaultLanguage = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get defaultLanguageInput() {
    return this._defaultLanguage;
  }

  // about_text - computed: false, optional: true, required: false
  private _aboutText?: string; 
  public get aboutText() {
    return this.getStringAttribute('about_text');
  }
  public set aboutText(value: string) {
    this._aboutText = value;
  }
  public resetAboutText() {
    this._aboutText = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aboutTextInput() {
    return this._aboutText;
  }

  // business_vertical - computed: false, optional: true, required: false
  private _businessVertical?: string; 
  public get businessVertical() {
    return this.getStringAttribute('business_vertical');
  }
  public set businessVertical(value: string) {
    this._businessVertical = value;
  }
  public resetBusinessVertical() {
    this._businessVertical = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get businessVerticalInput() {
    return this._businessVertical;
  }

  // business_description - computed: false, optional: true, required: false
  private _businessDescription?: string; 
  public get businessDescription() {
    return this.getStringAttribute('business_description');
  }
  public set businessDescription(value: string) {
    this._businessDescription = value;
  }
  public resetBusinessDescription() {
    this._businessDescription = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get businessDescriptionInput() {
    return this._businessDescription;
  }

  // contact_email - computed: false, optional: true, required: false
  private _contactEmail?: string; 
  public get contactEmail() {
    return this.getStringAttribute('contact_email');
  }
  public set contactEmail(value: string) {
    this._contactEmail = value;
  }
  public resetContactEmail() {
    this._contactEmail = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get contactEmailInput() {
    return this._contactEmail;
  }

  // project_id - computed: false, optional: true, required: false
  private _projectId?: string; 
  public get projectId() {
    return this.getStringAttribute('project_id');
  }
  public set projectId(value: string) {
    this._projectId = value;
  }
  public resetProjectId() {
    this._projectId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get projectIdInput() {
    return this._projectId;
  }

  // project_name - computed: false, optional: true, required: false
  private _projectName?: string; 
  public get projectName() {
    return this.getStringAttribute('project_name');
  }
  public set projectName(value: string) {
    this._projectName = value;
  }
  public resetProjectName() {
    this._projectName = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get projectNameInput() {
    return this._projectName;
  }

  // project_license_model - computed: false, optional: true, required: false
  private _projectLicenseModel?: string; 
  public get projectLicenseModel() {
    return this.getStringAttribute('project_license_model');
  }
  public set projectLicenseModel(value: string) {
    this._projectLicenseModel = value;
  }
  public resetProjectLicenseModel() {
    this._projectLicenseModel = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get projectLicenseModelInput() {
    return this._projectLicenseModel;
  }

  // waba_account_id - computed: false, optional: true, required: false
  private _wabaAccountId?: string; 
  public get wabaAccountId() {
    return this.getStringAttribute('waba_account_id');
  }
  public set wabaAccountId(value: string) {
    this._wabaAccountId = value;
  }
  public resetWabaAccountId() {
    this._wabaAccountId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get wabaAccountIdInput() {
    return this._wabaAccountId;
  }

  // fb_account_status - computed: false, optional: true, required: false
  private _fbAccountStatus?: string; 
  public get fbAccountStatus() {
    return this.getStringAttribute('fb_account_status');
  }
  public set fbAccountStatus(value: string) {
    this._fbAccountStatus = value;
  }
  public resetFbAccountStatus() {
    this._fbAccountStatus = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get fbAccountStatusInput() {
    return this._fbAccountStatus;
  }

  // created_after - computed: false, optional: true, required: false
  private _createdAfter?: string; 
  public get createdAfter() {
    return this.getStringAttribute('created_after');
  }
  public set createdAfter(value: string) {
    this._createdAfter = value;
  }
  public resetCreatedAfter() {
    this._createdAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdAfterInput() {
    return this._createdAfter;
  }

  // created_before - computed: false, optional: true, required: false
  private _createdBefore?: string; 
  public get createdBefore() {
    return this.getStringAttribute('created_before');
  }
  public set createdBefore(value: string) {
    this._createdBefore = value;
  }
  public resetCreatedBefore() {
    this._createdBefore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createdBeforeInput() {
    return this._createdBefore;
  }

  // modified_after - computed: false, optional: true, required: false
  private _modifiedAfter?: string; 
  public get modifiedAfter() {
    return this.getStringAttribute('modified_after');
  }
  public set modifiedAfter(value: string) {
    this._modifiedAfter = value;
  }
  public resetModifiedAfter() {
    this._modifiedAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get modifiedAfterInput() {
    return this._modifiedAfter;
  }

  // modified_before - computed: false, optional: true, required: false
  private _modifiedBefore?: string; 
  public get modifiedBefore() {
    return this.getStringAttribute('modified_before');
  }
  public set modifiedBefore(value: string) {
    this._modifiedBefore = value;
  }
  public resetModifiedBefore() {
    this._modifiedBefore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get modifiedBeforeInput() {
    return this._modifiedBefore;
  }

  // terminated_after - computed: false, optional: true, required: false
  private _terminatedAfter?: string; 
  public get terminatedAfter() {
    return this.getStringAttribute('terminated_after');
  }
  public set terminatedAfter(value: string) {
    this._terminatedAfter = value;
  }
  public resetTerminatedAfter() {
    this._terminatedAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get terminatedAfterInput() {
    return this._terminatedAfter;
  }

  // terminated_before - computed: false, optional: true, required: false
  private _terminatedBefore?: string; 
  public get terminatedBefore() {
    return this.getStringAttribute('terminated_before');
  }
  public set terminatedBefore(value: string) {
    this._terminatedBefore = value;
  }
  public resetTerminatedBefore() {
    this._terminatedBefore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get terminatedBeforeInput() {
    return this._terminatedBefore;
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

  // allow_empty - computed: true, optional: true, required: false
  private _allowEmpty?: boolean | cdktf.IResolvable; 
  public get allowEmpty() {
    return this.getBooleanAttribute('allow_empty');
  }
  public set allowEmpty(value: boolean | cdktf.IResolvable) {
    this._allowEmpty = value;
  }
  public resetAllowEmpty() {
    this._allowEmpty = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowEmptyInput() {
    return this._allowEmpty;
  }

  // channels - computed: true, optional: false, required: false
  private _channels = new DataDialog360ChannelsChannelsMap(this, "channels");
  public get channels() {
    return this._channels;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataDialog360ChannelsTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataDialog360ChannelsTimeouts) {
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
      partner_id: cdktf.stringToTerraform(this._partnerId),
      search: cdktf.stringToTerraform(this._search),
      client_id: cdktf.stringToTerraform(this._clientId),
      client_email: cdktf.stringToTerraform(this._clientEmail),
      type: cdktf.stringToTerraform(this._type),
      status: cdktf.stringToTerraform(this._status),
      meta_status: cdktf.stringToTerraform(this._metaStatus),
      availability_status: cdktf.stringToTerraform(this._availabilityStatus),
      account_mode: cdktf.stringToTerraform(this._accountMode),
      version: cdktf.stringToTerraform(this._version),
      is_migrated: cdktf.booleanToTerraform(this._isMigrated),
      external_id: cdktf.stringToTerraform(this._externalId),
      current_limit: cdktf.stringToTerraform(this._currentLimit),
      current_quality_rating: cdktf.stringToTerraform(this._currentQualityRating),
      phone_number: cdktf.stringToTerraform(this._phoneNumber),
      phone_name: cdktf.stringToTerraform(this._phoneName),
      was_in_use: cdktf.booleanToTerraform(this._wasInUse),
      ivr: cdktf.booleanToTerraform(this._ivr),
      verification_method: cdktf.stringToTerraform(this._verificationMethod),
      default_language: cdktf.stringToTerraform(this._defaultLanguage),
      about_text: cdktf.stringToTerraform(this._aboutText),
      business_vertical: cdktf.stringToTerraform(this._businessVertical),
      business_description: cdktf.stringToTerraform(this._businessDescription),
      contact_email: cdktf.stringToTerraform(this._contactEmail),
      project_id: cdktf.stringToTerraform(this._projectId),
      project_name: cdktf.stringToTerraform(this._projectName),
      project_license_model: cdktf.stringToTerraform(this._projectLicenseModel),
      waba_account_id: cdktf.stringToTerraform(this._wabaAccountId),
      fb_account_status: cdktf.stringToTerraform(this._fbAccountStatus),
      created_after: cdktf.stringToTerraform(this._createdAfter),
      created_before: cdktf.stringToTerraform(this._createdBefore),
      modified_after: cdktf.stringToTerraform(this._modifiedAfter),
      modified_before: cdktf.stringToTerraform(this._modifiedBefore),
      terminated_after: cdktf.stringToTerraform(this._terminatedAfter),
      terminated_before: cdktf.stringToTerraform(this._terminatedBefore),
      include_json: cdktf.booleanToTerraform(this._includeJson),
      allow_empty: cdktf.booleanToTerraform(this._allowEmpty),
      timeouts: dataDialog360ChannelsTimeoutsToTerraform(this._timeouts.internalValue),
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
      search: {
        value: cdktf.stringToHclTerraform(this._search),
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
      client_email: {
        value: cdktf.stringToHclTerraform(this._clientEmail),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      type: {
        value: cdktf.stringToHclTerraform(this._type),
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
      meta_status: {
        value: cdktf.stringToHclTerraform(this._metaStatus),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      availability_status: {
        value: cdktf.stringToHclTerraform(this._availabilityStatus),
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
      version: {
        value: cdktf.stringToHclTerraform(this._version),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      is_migrated: {
        value: cdktf.booleanToHclTerraform(this._isMigrated),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      external_id: {
        value: cdktf.stringToHclTerraform(this._externalId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      current_limit: {
        value: cdktf.stringToHclTerraform(this._currentLimit),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      current_quality_rating: {
        value: cdktf.stringToHclTerraform(this._currentQualityRating),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      phone_number: {
        value: cdktf.stringToHclTerraform(this._phoneNumber),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      phone_name: {
        value: cdktf.stringToHclTerraform(this._phoneName),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      was_in_use: {
        value: cdktf.booleanToHclTerraform(this._wasInUse),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      ivr: {
        value: cdktf.booleanToHclTerraform(this._ivr),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      verification_method: {
        value: cdktf.stringToHclTerraform(this._verificationMethod),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      default_language: {
        value: cdktf.stringToHclTerraform(this._defaultLanguage),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      about_text: {
        value: cdktf.stringToHclTerraform(this._aboutText),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      business_vertical: {
        value: cdktf.stringToHclTerraform(this._businessVertical),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      business_description: {
        value: cdktf.stringToHclTerraform(this._businessDescription),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      contact_email: {
        value: cdktf.stringToHclTerraform(this._contactEmail),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      project_id: {
        value: cdktf.stringToHclTerraform(this._projectId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      project_name: {
        value: cdktf.stringToHclTerraform(this._projectName),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      project_license_model: {
        value: cdktf.stringToHclTerraform(this._projectLicenseModel),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      waba_account_id: {
        value: cdktf.stringToHclTerraform(this._wabaAccountId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      fb_account_status: {
        value: cdktf.stringToHclTerraform(this._fbAccountStatus),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      created_after: {
        value: cdktf.stringToHclTerraform(this._createdAfter),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      created_before: {
        value: cdktf.stringToHclTerraform(this._createdBefore),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      modified_after: {
        value: cdktf.stringToHclTerraform(this._modifiedAfter),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      modified_before: {
        value: cdktf.stringToHclTerraform(this._modifiedBefore),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      terminated_after: {
        value: cdktf.stringToHclTerraform(this._terminatedAfter),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      terminated_before: {
        value: cdktf.stringToHclTerraform(this._terminatedBefore),
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
      allow_empty: {
        value: cdktf.booleanToHclTerraform(this._allowEmpty),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      timeouts: {
        value: dataDialog360ChannelsTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
