import { Construct } from "constructs";
import { CtwaTrackingFleet, type IResolvable, type ITerraformDependable, Token } from "./cdk";
import { findFleetProblems } from "./find-fleet-problems";
import { findIdProblem, problemsOf } from "./find-problem";
import { stopBeforeHcl } from "./stop-before-hcl";
import type { Tracked } from "./tracked";
import type { TrackingOptions } from "./tracking-options";

/**
 * Settings of {@link CtwaFleet}.
 *
 * @example
 * const props: CtwaFleetProps = { channels: ["viennaCH", "grazCH"], maxChanges: 10, failOnPending: true };
 */
export interface CtwaFleetProps extends TrackingOptions {
  /**
   * Ids of the channels, or whether tracking is on by their ids, such as `{ viennaCH: true, grazCH: false }`. From 1 to
   * 50,000. `enabled` is only for a list of ids.
   */
  readonly channels: readonly string[] | Readonly<Record<string, boolean | IResolvable>>;
  /**
   * Id of the client that every channel of the fleet must belong to. If one does not, nothing is switched.
   * @default channels of any client
   */
  readonly clientId?: string;
  /**
   * Maximum number of channels that one plan may flip or remove. If there are more, the plan fails.
   * @default no limit
   */
  readonly maxChanges?: number;
  /**
   * Whether a `postcondition` makes apply fail while a channel is pending. The frameworks can write that only in JSON
   * output, not in HCL.
   * @default false
   */
  readonly failOnPending?: boolean;
}

/**
 * CTWA tracking of many channels as one resource, which Terraform plans much faster than one resource per channel.
 * {@link ClientTracking} makes one resource per channel.
 *
 * @example
 * const shops = new CtwaFleet(this, "shops", { channels: { viennaCH: true, grazCH: false } });
 * new TerraformOutput(this, "pending", { value: shops.pending });
 */
export class CtwaFleet extends Construct implements Tracked, ITerraformDependable {
  /** The resource itself, for settings that this construct does not have. */
  readonly resource: CtwaTrackingFleet;

  constructor(scope: Construct, id: string, props: CtwaFleetProps) {
    super(scope, id);
    const { channels, enabled = true, failOnPending = false, lifecycle, dependsOn, ...rest } = props;
    this.node.addValidation({ validate: () => validate(props) });
    this.resource = new Fleet(this, "Default", {
      ...rest,
      channels: channelsOf(channels, enabled),
      dependsOn: dependsOn && [...dependsOn],
      lifecycle: failOnPending
        ? { ...lifecycle, postcondition: [...(lifecycle?.postcondition ?? []), NOTHING_PENDING] }
        : lifecycle,
    });
  }

  /** Id of the fleet, known after its channels are switched, so that whatever refers to it waits for them. */
  get fleetId(): string {
    return this.resource.id;
  }

  /** Id of the partner that the channels belong to. */
  get partnerId(): string {
    return this.resource.partnerId;
  }

  /** Number of channels that are `true` and not pending. */
  get trackedCount(): number {
    return this.resource.trackedCount;
  }

  /** Channels that are not as declared, each with its reason; for outputs and conditions. */
  get pending(): IResolvable {
    return this.resource.pending as unknown as IResolvable;
  }

  /** Number of switches in the latest change, such as `50 off, 2 on`. */
  get lastChange(): string {
    return this.resource.lastChange;
  }

  /** How well the switches are known: the worst of `observed`, `assumed`, `stale` and `unverified`. */
  get verification(): string {
    return this.resource.verification;
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

class Fleet extends CtwaTrackingFleet {
  toHclTerraform(): unknown {
    stopBeforeHcl(this);
    return super.toHclTerraform();
  }
}

const NOTHING_PENDING = {
  condition: "${length(self.pending) == 0}",
  errorMessage: "Pending: ${jsonencode(self.pending)}",
};

/** Accepts any form of channels. The validation reports what is wrong with them. */
function channelsOf(
  channels: CtwaFleetProps["channels"],
  enabled: boolean | IResolvable,
): Record<string, boolean | IResolvable> {
  if (Token.isUnresolved(channels) || typeof channels !== "object" || channels === null) return {};
  if (!Array.isArray(channels)) return { ...(channels as Readonly<Record<string, boolean | IResolvable>>) };
  return Object.fromEntries((channels as readonly string[]).map((channelId) => [channelId, enabled]));
}

function validate({ channels, clientId, partnerId }: CtwaFleetProps): string[] {
  return [
    ...findFleetProblems(channels),
    ...problemsOf(findIdProblem("clientId", clientId), findIdProblem("partnerId", partnerId)),
  ];
}
