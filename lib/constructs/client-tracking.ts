import { Construct } from "constructs";
import type { ITerraformDependable } from "./cdk";
import { CtwaTracking } from "./ctwa-tracking";
import { findChannelProblems } from "./find-channel-problems";
import { findIdProblem, problemsOf } from "./find-problem";
import type { Tracked } from "./tracked";
import type { TrackingOptions } from "./tracking-options";

/**
 * Settings of {@link ClientTracking}; all but the ids are shared by all its channels.
 *
 * @example
 * const props: ClientTrackingProps = { clientId: "bakeryCL", channelIds: ["viennaCH", "grazCH"] };
 */
export interface ClientTrackingProps extends TrackingOptions {
  /** Id of the client that the channels belong to, such as `exampleCL`. */
  readonly clientId: string;
  /** Ids of its channels. Their order means nothing; each may be there once, and has to be known now. */
  readonly channelIds: readonly string[];
}

/**
 * CTWA tracking of several channels of one client, as separate resources: they plan nearly linearly, where `for_each`
 * is quadratic. A channel's address comes from its id alone, and stays when others come, go, or change places.
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
    // What is wrong with all of them is said once, here, and not by each channel again.
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
   * @throws if no channel of this id was given
   */
  tracking(channelId: string): CtwaTracking {
    const found = this.trackings.get(channelId);
    if (found !== undefined) return found;
    const why = [`${this.node.path} tracks no channel ${JSON.stringify(channelId)}.`, ...this.problems];
    throw new Error(why.join(" "));
  }

  /** The resources of all channels, for what waits for all of them. */
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
