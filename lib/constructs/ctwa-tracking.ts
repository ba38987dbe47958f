import { Construct } from "constructs";
import {
  ChannelCtwaTracking,
  DataDialog360Channel,
  type IResolvable,
  type ITerraformDependable,
} from "./cdk";
import { findChoiceProblem, findIdProblem, findPhoneNumberProblem, problemsOf } from "./find-problem";
import { stopBeforeHcl } from "./stop-before-hcl";
import type { Tracked } from "./tracked";
import type { TrackingOptions } from "./tracking-options";

/**
 * Settings of {@link CtwaTracking}. Exactly one of `channelId` and `phoneNumber` is given.
 *
 * @example
 * const props: CtwaTrackingProps = { phoneNumber: "+4915550000001", clientId: "exampleCL" };
 */
export interface CtwaTrackingProps extends TrackingOptions {
  /** Id of the channel, such as `exampleCH`. */
  readonly channelId?: string;
  /** Phone number of the channel, with its country code. Every plan looks the channel up by it. */
  readonly phoneNumber?: string;
  /**
   * Id of the client that must have the channel, such as `exampleCL`. If another client has it, the plan fails.
   * @default the channel's own
   */
  readonly clientId?: string;
}

/**
 * CTWA tracking of one channel.
 *
 * @example
 * new CtwaTracking(this, "berlin", { channelId: "berlinCH" });
 * new CtwaTracking(this, "shop", { phoneNumber: "+4915550000001", reassertAfter: "24h" });
 */
export class CtwaTracking extends Construct implements Tracked, ITerraformDependable {
  /** The resource itself, for settings that this construct does not have. */
  readonly resource: ChannelCtwaTracking;
  /** The look-up by phone number; undefined if the channel is given by its id. */
  readonly channel: DataDialog360Channel | undefined;

  constructor(scope: Construct, id: string, props: CtwaTrackingProps) {
    super(scope, id);
    const { channelId, phoneNumber, partnerId, provider, dependsOn, ...rest } = props;
    this.node.addValidation({ validate: () => validate(props) });
    this.channel = isLookUp(props)
      ? new Channel(this, "Channel", { phoneNumber, partnerId, provider })
      : undefined;
    this.resource = new Tracking(this, "Default", {
      ...rest,
      channelId: this.channel?.channelId ?? channelId ?? "",
      partnerId,
      provider,
      dependsOn: dependsOn && [...dependsOn],
    });
  }

  /** Id of the channel. Known at plan if it was given. */
  get channelId(): string {
    return this.resource.channelId;
  }

  /** Id of the channel, known after tracking is switched, so that whatever refers to it waits for the switch. */
  get trackedChannelId(): string {
    return this.resource.id;
  }

  /** Id of the client that the channel belongs to. */
  get clientId(): string {
    return this.resource.clientId;
  }

  /** Id of the partner that the channel belongs to. */
  get partnerId(): string {
    return this.resource.partnerId;
  }

  /** Phone number of the channel. */
  get phoneNumber(): string {
    return this.resource.phoneNumber;
  }

  /** Id of the channel's messaging app in Signals. */
  get appId(): string {
    return this.resource.appId;
  }

  /** Whether tracking is on, as the hub reports it or as it was last sent. */
  get enabled(): IResolvable {
    return this.resource.enabled as IResolvable;
  }

  /** How well `enabled` is known: `observed`, `assumed`, `stale` or `unverified`. */
  get verification(): string {
    return this.resource.verification;
  }

  /** Time at which the switch was last sent, in UTC. */
  get assertedAt(): string {
    return this.resource.assertedAt;
  }

  /** The resource's address, so that `dependsOn` accepts this construct. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** The resource, for `dependsOn`. */
  get dependables(): readonly ITerraformDependable[] {
    return [this.resource];
  }
}

class Tracking extends ChannelCtwaTracking {
  toHclTerraform(): unknown {
    stopBeforeHcl(this);
    return super.toHclTerraform();
  }
}

class Channel extends DataDialog360Channel {
  toHclTerraform(): unknown {
    stopBeforeHcl(this);
    return super.toHclTerraform();
  }
}

function isLookUp({ channelId, phoneNumber }: CtwaTrackingProps): boolean {
  return typeof phoneNumber === "string" && channelId === undefined;
}

function validate(props: CtwaTrackingProps): string[] {
  return problemsOf(
    findChoiceProblem(["channelId", props.channelId], ["phoneNumber", props.phoneNumber]),
    findIdProblem("channelId", props.channelId),
    findPhoneNumberProblem(props.phoneNumber),
    findIdProblem("clientId", props.clientId),
    findIdProblem("partnerId", props.partnerId),
  );
}
