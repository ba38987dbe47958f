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
   * 50,000. `enabled` says it for a list of ids, and for nothing else.
   */
  readonly channels: readonly string[] | Readonly<Record<string, boolean | IResolvable>>;
  /**
   * Id of the client that every channel of the fleet must belong to: apply fails before anything is switched where one
   * does not.
   * @default channels of any client
   */
  readonly clientId?: string;
  /**
   * The most channels that one plan may flip or remove; with more, the plan fails.
   * @default any number
   */
  readonly maxChanges?: number;
  /**
   * Whether apply ends with an error as long as a channel is pending, by a `postcondition`. The frameworks cannot put
   * that into HCL output, only into JSON.
   * @default false
   */
  readonly failOnPending?: boolean;
}

/**
 * CTWA tracking of many channels as one resource: Terraform plans it far more quickly than a resource for each.
 * {@link ClientTracking} makes one for each.
 *
 * @example
 * const shops = new CtwaFleet(this, "shops", { channels: { viennaCH: true, grazCH: false } });
 * new TerraformOutput(this, "pending", { value: shops.pending });
 */
export class CtwaFleet extends Construct implements Tracked, ITerraformDependable {
  /** The resource itself, for what this construct has no words for. */
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

  /** Id of the fleet, once its channels are switched: what refers to it waits for them. */
  get fleetId(): string {
    return this.resource.id;
  }

  /** Id of the partner that the channels belong to. */
  get partnerId(): string {
    return this.resource.partnerId;
  }

  /** How many channels have tracking on, as far as is known. */
  get trackedCount(): number {
    return this.resource.trackedCount;
  }

  /** Channels that are not as declared, each with its reason; for outputs and conditions. */
  get pending(): IResolvable {
    return this.resource.pending as unknown as IResolvable;
  }

  /** What the latest change switched, such as `50 off, 2 on`. */
  get lastChange(): string {
    return this.resource.lastChange;
  }

  /** How well the switches are known, the worst of all: `observed`, `assumed`, `stale` or `unverified`. */
  get verification(): string {
    return this.resource.verification;
  }

  /** The resource's address, so that this construct can stand in `dependsOn`. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** The resource, for what waits for several. */
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

/** What is wrong with them is said by the validation; here they only have to pass. */
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
