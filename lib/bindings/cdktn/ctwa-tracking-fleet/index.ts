// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktn from 'cdktn';

// Configuration

export interface CtwaTrackingFleetConfig extends cdktn.TerraformMetaArguments {
  /**
  * Channels by their ids, such as `{ exampleCH = {}, berlinCH = { enabled = false } }`: from 1 to 50000. Terraform drops a misspelt name within such an object without a word, so read the plan. A channel is declared in one place only: a plan that declares it twice is refused. A key that is removed is treated as `on_destroy` says.
  */
  readonly channels: { [key: string]: CtwaTrackingFleetChannels } | cdktn.IResolvable;
  /**
  * Id of the partner that the channels belong to, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`). Changing it makes a new object.
  */
  readonly partnerId?: string;
  /**
  * What happens to the switch of a channel that leaves the fleet, because its key or the whole block was removed: `"disable"` switches tracking off, `"keep"` leaves it as it is. Defaults to `"disable"`. Destroying the block goes by the value in the state, so apply `"keep"` first and remove the block afterwards; removing keys goes by the value of the same apply.
  */
  readonly onDestroy?: string;
  /**
  * Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again: the next refresh sets `verification` to `stale`, the plan shows an update in place, and apply sends those that are due. It has no effect where the hub reports the tracking state.
  */
  readonly reassertAfter?: string;
  /**
  * The most keys that one plan may flip (`enabled` changes) or remove; with more, the plan fails and nothing is switched. Keys that are added, sent again or `pending` do not count, nor does destroying the whole block. Any number where it is left out.
  */
  readonly maxChanges?: number;
  /**
  * Bounds on how long each operation may take.
  */
  readonly timeouts?: CtwaTrackingFleetTimeouts;
}
export interface CtwaTrackingFleetChannels {
  /**
  * Id of the client that the channel must be under, such as `exampleCL`: where the hub has it under another one, apply fails before anything is switched. Followed from the hub when left out, and then not filled in here.
  */
  readonly clientId?: string;
  /**
  * Whether CTWA tracking of the channel is on. `false` declares that it is off. Defaults to `true`. No public document shows a field from which the state could be read; where the hub reports one all the same, this follows it.
  */
  readonly enabled?: boolean | cdktn.IResolvable;
}

export function ctwaTrackingFleetChannelsToTerraform(struct?: CtwaTrackingFleetChannels | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  return {
    client_id: cdktn.stringToTerraform(struct!.clientId),
    enabled: cdktn.booleanToTerraform(struct!.enabled),
  }
}


export function ctwaTrackingFleetChannelsToHclTerraform(struct?: CtwaTrackingFleetChannels | cdktn.IResolvable): any {
  if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktn.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
  }
  const attrs = {
    client_id: {
      value: cdktn.stringToHclTerraform(struct!.clientId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    enabled: {
      value: cdktn.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class CtwaTrackingFleetChannelsOutputReference extends cdktn.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktn.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectKey the key of this item in the map
  */
  public constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectKey: string) {
    super(terraformResource, terraformAttribute, false, complexObjectKey);
  }

  public get internalValue(): CtwaTrackingFleetChannels | cdktn.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._clientId !== undefined) {
      hasAnyValues = true;
      internalValueResult.clientId = this._clientId;
    }
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: CtwaTrackingFleetChannels | cdktn.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._clientId = undefined;
      this._enabled = undefined;
    }
    else if (cdktn.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._clientId = value.clientId;
      this._enabled = value.enabled;
    }
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

  // enabled - computed: true, optional: true, required: false
  private _enabled?: boolean | cdktn.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktn.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled() {
    this._enabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }
}

export class CtwaTrackingFleetChannelsMap extends cdktn.ComplexMap {
  public internalValue? : { [key: string]: CtwaTrackingFleetChannels } | cdktn.IResolvable

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
  public get(key: string): CtwaTrackingFleetChannelsOutputReference {
    return new CtwaTrackingFleetChannelsOutputReference(this.terraformResource, this.terraformAttribute, `"${key}"`);
  }
}
export interface CtwaTrackingFleetTimeouts {
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
      this._create = value.create;
      this._read = value.read;
      this._update = value.update;
      this._delete = value.delete;
    }
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
    this._channels.internalValue = config.channels;
    this._partnerId = config.partnerId;
    this._onDestroy = config.onDestroy;
    this._reassertAfter = config.reassertAfter;
    this._maxChanges = config.maxChanges;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // channels - computed: false, optional: false, required: true
  private _channels = new CtwaTrackingFleetChannelsMap(this, "channels");
  public get channels() {
    return this._channels;
  }
  public putChannels(value: { [key: string]: CtwaTrackingFleetChannels } | cdktn.IResolvable) {
    this._channels.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get channelsInput() {
    return this._channels.internalValue;
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
      channels: cdktn.hashMapper(ctwaTrackingFleetChannelsToTerraform)(this._channels.internalValue),
      partner_id: cdktn.stringToTerraform(this._partnerId),
      on_destroy: cdktn.stringToTerraform(this._onDestroy),
      reassert_after: cdktn.stringToTerraform(this._reassertAfter),
      max_changes: cdktn.numberToTerraform(this._maxChanges),
      timeouts: ctwaTrackingFleetTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      channels: {
        value: cdktn.hashMapper(ctwaTrackingFleetChannelsToTerraform)(this._channels.internalValue),
        isBlock: false,
        type: "any",
        storageClassType: "any",
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
