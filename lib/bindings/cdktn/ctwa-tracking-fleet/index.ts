// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface CtwaTrackingFleetConfig extends cdktn.TerraformMetaArguments {
  /**
  * Whether CTWA tracking is on, by channel id, such as `{ exampleCH = true, berlinCH = false }`; 1 to 50,000 channels.
  */
  readonly channels: { [key: string]: (boolean | cdktn.IResolvable) };
  /**
  * Id of the client that every channel must belong to, such as `exampleCL`; by default any client of the partner.
  */
  readonly clientId?: string;
  /**
  * Id of the partner, such as `examplePA`; changing it replaces the object. Defaults to the provider's `partner_id`.
  */
  readonly partnerId?: string;
  /**
  * What happens to the switch of a channel whose key, or the whole block, is removed: `"disable"` switches tracking off, `"keep"` leaves it as it is. Defaults to `"disable"`.
  */
  readonly onDestroy?: string;
  /**
  * What create does: `"switch"` sends each switch unless the hub already reports the declared position, `"assume"` sends nothing and records the declared positions. Defaults to `"switch"`.
  */
  readonly onCreate?: string;
  /**
  * Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again.
  */
  readonly reassertAfter?: string;
  /**
  * Upper bound of keys that one plan may flip or remove; unlimited by default. Keys that are added, sent again or pending do not count.
  */
  readonly maxChanges?: number;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: CtwaTrackingFleetTimeouts;
}
export interface CtwaTrackingFleetTimeouts {
  /**
  * How long plan may take, waiting included, e.g. `"10m"`. Defaults to `"20m"`.
  */
  readonly plan?: string;
  /**
  * How long create may take, waiting included, e.g. `"10m"`. Without bound by default.
  */
  readonly create?: string;
  /**
  * How long read may take, waiting included, e.g. `"10m"`. Without bound by default.
  */
  readonly read?: string;
  /**
  * How long update may take, waiting included, e.g. `"10m"`. Without bound by default.
  */
  readonly update?: string;
  /**
  * How long delete may take, waiting included, e.g. `"10m"`. Without bound by default.
  */
  readonly delete?: string;
}

export function ctwaTrackingFleetTimeoutsToTerraform(struct?: CtwaTrackingFleetTimeouts | cdktn.IResolvable): any {
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


export function ctwaTrackingFleetTimeoutsToHclTerraform(struct?: CtwaTrackingFleetTimeouts | cdktn.IResolvable): any {
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

export class CtwaTrackingFleetTimeoutsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): CtwaTrackingFleetTimeouts | cdktn.IResolvable | undefined {
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

  public set internalValue(value: CtwaTrackingFleetTimeouts | cdktn.IResolvable | undefined) {
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
* Represents a dialog360_ctwa_tracking_fleet
*/
export class CtwaTrackingFleet extends cdktn.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "dialog360_ctwa_tracking_fleet";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTN code for importing a CtwaTrackingFleet resource upon running "cdktn plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the CtwaTrackingFleet to import
  * @param importFromId The id of the existing CtwaTrackingFleet that should be imported. Refer to the import section in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the CtwaTrackingFleet to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "dialog360_ctwa_tracking_fleet", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new dialog360_ctwa_tracking_fleet Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options CtwaTrackingFleetConfig
  */
  public constructor(scope: Construct, id: string, config: CtwaTrackingFleetConfig) {
    super(scope, id, {
      terraformResourceType: 'dialog360_ctwa_tracking_fleet',
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
    this._channels = config.channels;
    this._clientId = config.clientId;
    this._partnerId = config.partnerId;
    this._onDestroy = config.onDestroy;
    this._onCreate = config.onCreate;
    this._reassertAfter = config.reassertAfter;
    this._maxChanges = config.maxChanges;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // channels - computed: false, optional: false, required: true
  private _channels?: { [key: string]: (boolean | cdktn.IResolvable) }; 
  public get channels() {
    return this.getBooleanMapAttribute('channels');
  }
  public set channels(value: { [key: string]: (boolean | cdktn.IResolvable) }) {
    this._channels = value;
  }
  // Temporarily expose input value. Use with caution.
  public get channelsInput() {
    return this._channels;
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

  // on_create - computed: true, optional: true, required: false
  private _onCreate?: string; 
  public get onCreate() {
    return this.getStringAttribute('on_create');
  }
  public set onCreate(value: string) {
    this._onCreate = value;
  }
  public resetOnCreate() {
    this._onCreate = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onCreateInput() {
    return this._onCreate;
  }

  // reassert_after - computed: false, optional: true, required: false
  private _reassertAfter?: string; 
  public get reassertAfter() {
    return this.getStringAttribute('reassert_after');
  }
  public set reassertAfter(value: string) {
    this._reassertAfter = value;
  }
  public resetReassertAfter() {
    this._reassertAfter = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get reassertAfterInput() {
    return this._reassertAfter;
  }

  // max_changes - computed: false, optional: true, required: false
  private _maxChanges?: number; 
  public get maxChanges() {
    return this.getNumberAttribute('max_changes');
  }
  public set maxChanges(value: number) {
    this._maxChanges = value;
  }
  public resetMaxChanges() {
    this._maxChanges = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxChangesInput() {
    return this._maxChanges;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // tracked_count - computed: true, optional: false, required: false
  public get trackedCount() {
    return this.getNumberAttribute('tracked_count');
  }

  // pending - computed: true, optional: false, required: false
  private _pending = new cdktn.StringMap(this, "pending");
  public get pending() {
    return this._pending;
  }

  // last_change - computed: true, optional: false, required: false
  public get lastChange() {
    return this.getStringAttribute('last_change');
  }

  // verification - computed: true, optional: false, required: false
  public get verification() {
    return this.getStringAttribute('verification');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new CtwaTrackingFleetTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: CtwaTrackingFleetTimeouts) {
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
      channels: cdktn.hashMapper(cdktn.booleanToTerraform)(this._channels),
      client_id: cdktn.stringToTerraform(this._clientId),
      partner_id: cdktn.stringToTerraform(this._partnerId),
      on_destroy: cdktn.stringToTerraform(this._onDestroy),
      on_create: cdktn.stringToTerraform(this._onCreate),
      reassert_after: cdktn.stringToTerraform(this._reassertAfter),
      max_changes: cdktn.numberToTerraform(this._maxChanges),
      timeouts: ctwaTrackingFleetTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      channels: {
        value: cdktn.hashMapperHcl(cdktn.booleanToHclTerraform)(this._channels),
        isBlock: false,
        type: "map",
        storageClassType: "booleanMap",
      },
      client_id: {
        value: cdktn.stringToHclTerraform(this._clientId),
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
      on_destroy: {
        value: cdktn.stringToHclTerraform(this._onDestroy),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      on_create: {
        value: cdktn.stringToHclTerraform(this._onCreate),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      reassert_after: {
        value: cdktn.stringToHclTerraform(this._reassertAfter),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_changes: {
        value: cdktn.numberToHclTerraform(this._maxChanges),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      timeouts: {
        value: ctwaTrackingFleetTimeoutsToTerraform(this._timeouts.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
