// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface DataDialog360CtwaTrackingReportConfig extends cdktn.TerraformMetaArguments {
  /**
  * Whether tracking is declared as on, by channel id, such as `{ exampleCH = true }`.
  */
  readonly declared: { [key: string]: (boolean | cdktn.IResolvable) };
  /**
  * Ids of the clients to which `undeclared`, `total` and `moved` refer. Defaults to all clients of the partner.
  */
  readonly clientIds?: string[];
  /**
  * Id of the partner, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`).
  */
  readonly partnerId?: string;
  /**
  * Whether a client that the partner does not have gives an empty result instead of an error. Defaults to `false`.
  */
  readonly allowEmpty?: boolean | cdktn.IResolvable;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: DataDialog360CtwaTrackingReportTimeouts;
}
export interface DataDialog360CtwaTrackingReportByClient {
}

export function dataDialog360CtwaTrackingReportByClientToTerraform(struct?: DataDialog360CtwaTrackingReportByClient): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
  }
}


export function dataDialog360CtwaTrackingReportByClientToHclTerraform(struct?: DataDialog360CtwaTrackingReportByClient): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
  };
  return attrs;
}

export class DataDialog360CtwaTrackingReportByClientOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectKey the key of this item in the map
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectKey: string) {
    super(terraformResource, terraformAttribute, false, complexObjectKey);
  }

  public get internalValue(): DataDialog360CtwaTrackingReportByClient | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataDialog360CtwaTrackingReportByClient | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // client_name - computed: true, optional: false, required: false
  public get clientName() {
    return this.getStringAttribute('client_name');
  }

  // total - computed: true, optional: false, required: false
  public get total() {
    return this.getNumberAttribute('total');
  }

  // declared - computed: true, optional: false, required: false
  public get declared() {
    return this.getNumberAttribute('declared');
  }

  // as_declared - computed: true, optional: false, required: false
  public get asDeclared() {
    return this.getNumberAttribute('as_declared');
  }

  // differs - computed: true, optional: false, required: false
  public get differs() {
    return this.getNumberAttribute('differs');
  }

  // unknown - computed: true, optional: false, required: false
  public get unknown() {
    return this.getNumberAttribute('unknown');
  }

  // terminated - computed: true, optional: false, required: false
  public get terminated() {
    return this.getNumberAttribute('terminated');
  }

  // undeclared - computed: true, optional: false, required: false
  public get undeclared() {
    return this.getNumberAttribute('undeclared');
  }

  // tracked_but_undeclared - computed: true, optional: false, required: false
  public get trackedButUndeclared() {
    return this.getNumberAttribute('tracked_but_undeclared');
  }
}

export class DataDialog360CtwaTrackingReportByClientMap extends cdktn.ComplexMap {

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
  public get(key: string): DataDialog360CtwaTrackingReportByClientOutputReference {
    return new DataDialog360CtwaTrackingReportByClientOutputReference(this.terraformResource, this.terraformAttribute, `"${key}"`);
  }
}
export interface DataDialog360CtwaTrackingReportTimeouts {
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Defaults to `"5m"`.
  */
  readonly read?: string;
}

export function dataDialog360CtwaTrackingReportTimeoutsToTerraform(struct?: DataDialog360CtwaTrackingReportTimeouts | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    read: cdktn.stringToTerraform(struct!.read),
  }
}


export function dataDialog360CtwaTrackingReportTimeoutsToHclTerraform(struct?: DataDialog360CtwaTrackingReportTimeouts | cdktn.IResolvable): any {
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

export class DataDialog360CtwaTrackingReportTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataDialog360CtwaTrackingReportTimeouts | cdktn.IResolvable | undefined {
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

  public set internalValue(value: DataDialog360CtwaTrackingReportTimeouts | cdktn.IResolvable | undefined) {
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
* Represents a dialog360_ctwa_tracking_report
*/
export class DataDialog360CtwaTrackingReport extends cdktn.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_ctwa_tracking_report";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a DataDialog360CtwaTrackingReport resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataDialog360CtwaTrackingReport to import
  * @param importFromId The id of the existing DataDialog360CtwaTrackingReport that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataDialog360CtwaTrackingReport to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_ctwa_tracking_report", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_ctwa_tracking_report Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataDialog360CtwaTrackingReportConfig
  */
  public constructor(scope: Construct, id: string, config: DataDialog360CtwaTrackingReportConfig) {
    super(scope, id, {
      terraformResourceType: 'dialog360_ctwa_tracking_report',
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
    this._declared = config.declared;
    this._clientIds = config.clientIds;
    this._partnerId = config.partnerId;
    this._allowEmpty = config.allowEmpty;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // declared - computed: false, optional: false, required: true
  private _declared?: { [key: string]: (boolean | cdktn.IResolvable) }; 
  public get declared() {
    return this.getBooleanMapAttribute('declared');
  }
  public set declared(value: { [key: string]: (boolean | cdktn.IResolvable) }) {
    this._declared = value;
  }
  // Temporarily expose input value. Use with caution.
  public get declaredInput() {
    return this._declared;
  }

  // client_ids - computed: false, optional: true, required: false
  private _clientIds?: string[]; 
  public get clientIds() {
    return this.getListAttribute('client_ids');
  }
  public set clientIds(value: string[]) {
    this._clientIds = value;
  }
  public resetClientIds() {
    this._clientIds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientIdsInput() {
    return this._clientIds;
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

  // allow_empty - computed: true, optional: true, required: false
  private _allowEmpty?: boolean | cdktn.IResolvable; 
  public get allowEmpty() {
    return this.getBooleanAttribute('allow_empty');
  }
  public set allowEmpty(value: boolean | cdktn.IResolvable) {
    this._allowEmpty = value;
  }
  public resetAllowEmpty() {
    this._allowEmpty = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowEmptyInput() {
    return this._allowEmpty;
  }

  // on - computed: true, optional: false, required: false
  public get on() {
    return this.getListAttribute('on');
  }

  // off - computed: true, optional: false, required: false
  public get off() {
    return this.getListAttribute('off');
  }

  // unknown - computed: true, optional: false, required: false
  public get unknown() {
    return this.getListAttribute('unknown');
  }

  // missing - computed: true, optional: false, required: false
  public get missing() {
    return this.getListAttribute('missing');
  }

  // terminated - computed: true, optional: false, required: false
  public get terminated() {
    return this.getListAttribute('terminated');
  }

  // moved - computed: true, optional: false, required: false
  public get moved() {
    return this.getListAttribute('moved');
  }

  // differs - computed: true, optional: false, required: false
  public get differs() {
    return this.getListAttribute('differs');
  }

  // undeclared - computed: true, optional: false, required: false
  public get undeclared() {
    return this.getListAttribute('undeclared');
  }

  // tracked_but_undeclared - computed: true, optional: false, required: false
  public get trackedButUndeclared() {
    return this.getListAttribute('tracked_but_undeclared');
  }

  // by_client - computed: true, optional: false, required: false
  private _byClient = new DataDialog360CtwaTrackingReportByClientMap(this, "by_client");
  public get byClient() {
    return this._byClient;
  }

  // coverage - computed: true, optional: false, required: false
  public get coverage() {
    return this.getNumberAttribute('coverage');
  }

  // total - computed: true, optional: false, required: false
  public get total() {
    return this.getNumberAttribute('total');
  }

  // exact - computed: true, optional: false, required: false
  public get exact() {
    return this.getBooleanAttribute('exact');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new DataDialog360CtwaTrackingReportTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: DataDialog360CtwaTrackingReportTimeouts) {
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
      declared: cdktn.hashMapper(cdktn.booleanToTerraform)(this._declared),
      client_ids: cdktn.listMapper(cdktn.stringToTerraform, false)(this._clientIds),
      partner_id: cdktn.stringToTerraform(this._partnerId),
      allow_empty: cdktn.booleanToTerraform(this._allowEmpty),
      timeouts: dataDialog360CtwaTrackingReportTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      declared: {
        value: cdktn.hashMapperHcl(cdktn.booleanToHclTerraform)(this._declared),
        isBlock: false,
        type: "map",
        storageClassType: "booleanMap",
      },
      client_ids: {
        value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._clientIds),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      partner_id: {
        value: cdktn.stringToHclTerraform(this._partnerId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      allow_empty: {
        value: cdktn.booleanToHclTerraform(this._allowEmpty),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      timeouts: {
        value: dataDialog360CtwaTrackingReportTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
