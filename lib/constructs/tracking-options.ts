import type {
  ChannelCtwaTrackingTimeouts,
  IResolvable,
  ITerraformDependable,
  TerraformProvider,
  TerraformResourceLifecycle,
} from "./cdk";
import type { OnCreate } from "./on-create";
import type { OnDestroy } from "./on-destroy";

/**
 * What can be said of the tracking of one channel and of many alike.
 *
 * @example
 * const options: TrackingOptions = { onDestroy: OnDestroy.KEEP, reassertAfter: "24h" };
 */
export interface TrackingOptions {
  /**
   * Id of the partner that the channel belongs to.
   * @default the provider's partner
   */
  readonly partnerId?: string;
  /**
   * Whether tracking is on. `false` declares that it is off, and keeps it off.
   * @default true
   */
  readonly enabled?: boolean | IResolvable;
  /**
   * What creating does.
   * @default OnCreate.SWITCH
   */
  readonly onCreate?: OnCreate;
  /**
   * What destroying does to the switch.
   * @default OnDestroy.DISABLE
   */
  readonly onDestroy?: OnDestroy;
  /**
   * Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again.
   * @default it is sent again only when something else asks for it
   */
  readonly reassertAfter?: string;
  /** Bounds on how long each operation may take, such as `{ create: "10m" }`. */
  readonly timeouts?: ChannelCtwaTrackingTimeouts;
  /**
   * The provider to use, where a stack has several.
   * @default the one without an alias
   */
  readonly provider?: TerraformProvider;
  /** What has to exist before the switch is sent. */
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Terraform's `lifecycle` of the resource. */
  readonly lifecycle?: TerraformResourceLifecycle;
}
