// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface DataDialog360ClientsConfig extends cdktn.TerraformMetaArguments {
  /**
  * Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).
  */
  readonly partnerId?: string;
  /**
  * Only clients with this name.
  */
  readonly name?: string;
  /**
  * Only clients with this status, such as `active`.
  */
  readonly status?: string;
  /**
  * Only clients with this business vertical, such as `Retail`.
  */
  readonly businessVertical?: string;
  /**
  * Only clients with this time zone, such as `Europe/Berlin`.
  */
  readonly timezone?: string;
  /**
  * Only clients with this web page.
  */
  readonly webpageUrl?: string;
  /**
  * Only clients with this language, such as `en`.
  */
  readonly language?: string;
  /**
  * Only clients in this country, such as `DE`.
  */
  readonly country?: string;
  /**
  * Only clients in this city.
  */
  readonly city?: string;
  /**
  * Only clients with this zip code.
  */
  readonly zipCode?: string;
  /**
  * Only clients of this organisation. Filtered by the provider, which reads all clients.
  */
  readonly organisation?: string;
  /**
  * Only clients with this note of the partner. Filtered by the provider, which reads all clients.
  */
  readonly partnerPayload?: string;
  /**
  * Only clients with this e-mail address, their own or their contact's, in any case. Filtered by the provider, which reads all clients.
  */
  readonly contactEmail?: string;
  /**
  * Whether `json` holds the raw object, which may contain personal contact data and is stored in the state. Defaults to `false`.
  */
  readonly includeJson?: boolean | cdktn.IResolvable;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: DataDialog360ClientsTimeouts;
}
export interface DataDialog360ClientsClients {
}

export function dataDialog360ClientsClientsToTerraform(struct?: DataDialog360ClientsClients): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function dataDialog360ClientsClientsToHclTerraform(struct?: DataDialog360ClientsClients): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class DataDialog360ClientsClientsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectKey the key of this item in the map
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectKey: string) {
    super(terraformResource, terraformAttribute, false, complexObjectKey);
  }

  public get internalValue(): DataDialog360ClientsClients | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataDialog360ClientsClients | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // client_id - computed: true, optional: false, required: false
  public get clientId() {
    return this.getStringAttribute('client_id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // organisation - computed: true, optional: false, required: false
  public get organisation() {
    return this.getStringAttribute('organisation');
  }

  // max_channels - computed: true, optional: false, required: false
  public get maxChannels() {
    return this.getNumberAttribute('max_channels');
  }

  // partner_payload - computed: true, optional: false, required: false
  public get partnerPayload() {
    return this.getStringAttribute('partner_payload');
  }

  // business_vertical - computed: true, optional: false, required: false
  public get businessVertical() {
    return this.getStringAttribute('business_vertical');
  }

  // timezone - computed: true, optional: false, required: false
  public get timezone() {
    return this.getStringAttribute('timezone');
  }

  // language - computed: true, optional: false, required: false
  public get language() {
    return this.getStringAttribute('language');
  }

  // country - computed: true, optional: false, required: false
  public get country() {
    return this.getStringAttribute('country');
  }

  // webpage_url - computed: true, optional: false, required: false
  public get webpageUrl() {
    return this.getStringAttribute('webpage_url');
  }

  // created_at - computed: true, optional: false, required: false
  public get createdAt() {
    return this.getStringAttribute('created_at');
  }

  // modified_at - computed: true, optional: false, required: false
  public get modifiedAt() {
    return this.getStringAttribute('modified_at');
  }

  // json - computed: true, optional: false, required: false
  public get json() {
    return this.getStringAttribute('json');
  }
}

export class DataDialog360ClientsClientsMap extends cdktn.ComplexMap {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute);
  }

  /**
  * @param key the key of the item to return
  */
  public get(key: string): DataDialog360ClientsClientsOutputReference {
    return new DataDialog360ClientsClientsOutputReference(this.terraformResource, this.terraformAttribute, `"${key}"`);
  }
}
export interface DataDialog360ClientsTimeouts {
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly read?: string;
}

export function dataDialog360ClientsTimeoutsToTerraform(struct?: DataDialog360ClientsTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    read: cdktn.stringToTerraform(struct!.read),
  }
}


export function dataDialog360ClientsTimeoutsToHclTerraform(struct?: DataDialog360ClientsTimeouts | cdktn.IResolvable): any {
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

export class DataDialog360ClientsTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360ClientsTimeouts | cdktn.IResolvable | undefined {
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

  public set internalValue(value: DataDialog360ClientsTimeouts | cdktn.IResolvable | undefined) {
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
* Represents a dialog360_clients
*/
export class DataDialog360Clients extends cdktn.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_clients";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a DataDialog360Clients resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataDialog360Clients to import
  * @param importFromId The id of the existing DataDialog360Clients that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataDialog360Clients to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_clients", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_clients Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataDialog360ClientsConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataDialog360ClientsConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'dialog360_clients',
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
    this._name = config.name;
    this._status = config.status;
    this._businessVertical = config.businessVertical;
    this._timezone = config.timezone;
    this._webpageUrl = config.webpageUrl;
    this._language = config.language;
    this._country = config.country;
    this._city = config.city;
    this._zipCode = config.zipCode;
    this._organisation = config.organisation;
    this._partnerPayload = config.partnerPayload;
    this._contactEmail = config.contactEmail;
    this._includeJson = config.includeJson;
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

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
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

  // timezone - computed: false, optional: true, required: false
  private _timezone?: string; 
  public get timezone() {
    return this.getStringAttribute('timezone');
  }
  public set timezone(value: string) {
    this._timezone = value;
  }
  public resetTimezone() {
    this._timezone = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timezoneInput() {
    return this._timezone;
  }

  // webpage_url - computed: false, optional: true, required: false
  private _webpageUrl?: string; 
  public get webpageUrl() {
    return this.getStringAttribute('webpage_url');
  }
  public set webpageUrl(value: string) {
    this._webpageUrl = value;
  }
  public resetWebpageUrl() {
    this._webpageUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get webpageUrlInput() {
    return this._webpageUrl;
  }

  // language - computed: false, optional: true, required: false
  private _language?: string; 
  public get language() {
    return this.getStringAttribute('language');
  }
  public set language(value: string) {
    this._language = value;
  }
  public resetLanguage() {
    this._language = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get languageInput() {
    return this._language;
  }

  // country - computed: false, optional: true, required: false
  private _country?: string; 
  public get country() {
    return this.getStringAttribute('country');
  }
  public set country(value: string) {
    this._country = value;
  }
  public resetCountry() {
    this._country = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get countryInput() {
    return this._country;
  }

  // city - computed: false, optional: true, required: false
  private _city?: string; 
  public get city() {
    return this.getStringAttribute('city');
  }
  public set city(value: string) {
    this._city = value;
  }
  public resetCity() {
    this._city = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cityInput() {
    return this._city;
  }

  // zip_code - computed: false, optional: true, required: false
  private _zipCode?: string; 
  public get zipCode() {
    return this.getStringAttribute('zip_code');
  }
  public set zipCode(value: string) {
    this._zipCode = value;
  }
  public resetZipCode() {
    this._zipCode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get zipCodeInput() {
    return this._zipCode;
  }

  // organisation - computed: false, optional: true, required: false
  private _organisation?: string; 
  public get organisation() {
    return this.getStringAttribute('organisation');
  }
  public set organisation(value: string) {
    this._organisation = value;
  }
  public resetOrganisation() {
    this._organisation = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get organisationInput() {
    return this._organisation;
  }

  // partner_payload - computed: false, optional: true, required: false
  private _partnerPayload?: string; 
  public get partnerPayload() {
    return this.getStringAttribute('partner_payload');
  }
  public set partnerPayload(value: string) {
    this._partnerPayload = value;
  }
  public resetPartnerPayload() {
    this._partnerPayload = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get partnerPayloadInput() {
    return this._partnerPayload;
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

  // clients - computed: true, optional: false, required: false
  private _clients = new DataDialog360ClientsClientsMap(this, "clients");
  public get clients() {
    return this._clients;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataDialog360ClientsTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataDialog360ClientsTimeouts) {
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
      partner_id: cdktn.stringToTerraform(this._partnerId),
      name: cdktn.stringToTerraform(this._name),
      status: cdktn.stringToTerraform(this._status),
      business_vertical: cdktn.stringToTerraform(this._businessVertical),
      timezone: cdktn.stringToTerraform(this._timezone),
      webpage_url: cdktn.stringToTerraform(this._webpageUrl),
      language: cdktn.stringToTerraform(this._language),
      country: cdktn.stringToTerraform(this._country),
      city: cdktn.stringToTerraform(this._city),
      zip_code: cdktn.stringToTerraform(this._zipCode),
      organisation: cdktn.stringToTerraform(this._organisation),
      partner_payload: cdktn.stringToTerraform(this._partnerPayload),
      contact_email: cdktn.stringToTerraform(this._contactEmail),
      include_json: cdktn.booleanToTerraform(this._includeJson),
      timeouts: dataDialog360ClientsTimeoutsToTerraform(this._timeouts.internalValue),
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
      name: {
        value: cdktn.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      status: {
        value: cdktn.stringToHclTerraform(this._status),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      business_vertical: {
        value: cdktn.stringToHclTerraform(this._businessVertical),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      timezone: {
        value: cdktn.stringToHclTerraform(this._timezone),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      webpage_url: {
        value: cdktn.stringToHclTerraform(this._webpageUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      language: {
        value: cdktn.stringToHclTerraform(this._language),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      country: {
        value: cdktn.stringToHclTerraform(this._country),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      city: {
        value: cdktn.stringToHclTerraform(this._city),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      zip_code: {
        value: cdktn.stringToHclTerraform(this._zipCode),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      organisation: {
        value: cdktn.stringToHclTerraform(this._organisation),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      partner_payload: {
        value: cdktn.stringToHclTerraform(this._partnerPayload),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      contact_email: {
        value: cdktn.stringToHclTerraform(this._contactEmail),
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
        value: dataDialog360ClientsTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
