import { Construct } from "constructs";
import type { ITerraformDependable } from "./cdk";
import { CtwaTracking } from "./ctwa-tracking";
import { findChannelProblems } from "./find-channel-problems";
import { findIdProblem, problemsOf } from "./find-problem";
import type { Tracked } from "./tracked";
import type { TrackingOptions } from "./tracking-options";

/**
 * Settings of {@link ClientTracking}. Except the ids, they hold for all its channels.
 *
 * @example
 * const props: ClientTrackingProps = { clientId: "bakeryCL", channelIds: ["viennaCH", "grazCH"] };
 */
export interface ClientTrackingProps extends TrackingOptions {
  /** Id of the client that the channels belong to, such as `exampleCL`. */
  readonly clientId: string;
  /** Ids of its channels, in any order. Each must be unique, and known when the program runs. */
  readonly channelIds: readonly string[];
}

/**
 * CTWA tracking of several channels of one client, as separate resources. The time of a plan grows almost linearly with
 * their number, and with `for_each` quadratically. A channel's address depends only on its id, not on other channels.
 *
 * @example
 * const bakery = new ClientTracking(this, "bakery", {
 *   clientId: "bakeryCL",
 *   channelIds: ["viennaCH", "grazCH"],
 *   onDestroy: OnDestroy.KEEP,
 * });
 * bakery.tracking("viennaCH").verification;
 */
export class ClientTracking extends Construct implements Tracked {
  /** Tracking of each channel, by the channel's id. */
  readonly trackings: ReadonlyMap<string, CtwaTracking>;

  private readonly problems: readonly string[];

  constructor(scope: Construct, id: string, props: ClientTrackingProps) {
    super(scope, id);
    const { channelIds, ...shared } = props;
    const list = findChannelProblems(channelIds);
    const wrong = findSharedProblems(props);
    this.problems = [...wrong, ...list.problems];
    this.node.addValidation({ validate: () => [...this.problems] });
    // A problem of all channels is reported once, here, and not by each channel.
    const common = wrong.length === 0 ? shared : {};
    this.trackings = new Map(
      list.channelIds.map((channelId) => [
        channelId,
        new CtwaTracking(this, channelId, { ...common, channelId }),
      ]),
    );
  }

  /**
   * Tracking of one of the channels.
   * @throws if the construct has no channel with this id
   */
  tracking(channelId: string): CtwaTracking {
    const found = this.trackings.get(channelId);
    if (found !== undefined) return found;
    const why = [`${this.node.path} tracks no channel ${JSON.stringify(channelId)}.`, ...this.problems];
    throw new Error(why.join(" "));
  }

  /** The resources of all channels, for `dependsOn`. */
  get dependables(): readonly ITerraformDependable[] {
    return [...this.trackings.values()].map(({ resource }) => resource);
  }
}

function findSharedProblems({ clientId, partnerId }: ClientTrackingProps): string[] {
  return problemsOf(
    clientId === undefined ? "clientId is needed, and is not given." : undefined,
    findIdProblem("clientId", clientId),
    findIdProblem("partnerId", partnerId),
  );
}
