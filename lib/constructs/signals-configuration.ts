import { Construct } from "constructs";
import {
  DataDialog360SignalsConfiguration,
  type DataDialog360SignalsConfigurationAdsList,
  type DataDialog360SignalsConfigurationFacebookAccountsList,
  type IResolvable,
  type ITerraformDependable,
  Op,
  type TerraformProvider,
  Token,
} from "./cdk";
import { findIdProblem, problemsOf } from "./find-problem";
import type { ReportedTracking } from "./reported-tracking";
import { stopBeforeHcl } from "./stop-before-hcl";
import type { Tracked } from "./tracked";

/**
 * Settings of {@link SignalsConfiguration}. At most one of `channelId` and `appId` is given; without both, ads are not
 * read.
 *
 * @example
 * const props: SignalsConfigurationProps = { clientId: "exampleCL", channelId: "exampleCH", after: [tracking] };
 */
export interface SignalsConfigurationProps {
  /** Id of the client, such as `exampleCL`. */
  readonly clientId: string;
  /** Id of a channel of this client: its app is the one whose ads are read, and its tracking state is reported. */
  readonly channelId?: string;
  /** Id of the channel's messaging app, where it is known already. */
  readonly appId?: string;
  /**
   * Id of the partner.
   * @default the provider's partner
   */
  readonly partnerId?: string;
  /**
   * Ids of the ad accounts whose ads are read.
   * @default all ad accounts of the client's Facebook accounts
   */
  readonly adAccountIds?: readonly string[];
  /**
   * Whether ads are read: one request for every hundred ads of every ad account.
   * @default true
   */
  readonly includeAds?: boolean | IResolvable;
  /**
   * Whether each object's raw JSON is added as `json`. It holds people's contact data, and ends up in the state.
   * @default false
   */
  readonly includeJson?: boolean | IResolvable;
  /** Tracking that has to be switched before this is read: Signals takes keywords only where tracking is on. */
  readonly after?: readonly Tracked[];
  /** What else has to exist before this is read. */
  readonly dependsOn?: readonly ITerraformDependable[];
  /**
   * The provider to use, where a stack has several. Signals takes bearer tokens only: an API key is not enough.
   * @default the one without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * What the Signals API knows of a client: its Facebook accounts, ad accounts and ads.
 *
 * @example
 * const tracking = new CtwaTracking(this, "berlin", { channelId: "berlinCH" });
 * const signals = new SignalsConfiguration(this, "signals", {
 *   clientId: "exampleCL",
 *   channelId: "berlinCH",
 *   after: [tracking],
 * });
 * new TerraformOutput(this, "ready", { value: signals.facebookAccountAttached });
 */
export class SignalsConfiguration extends Construct {
  /** The data source itself, for what this construct has no words for. */
  readonly dataSource: DataDialog360SignalsConfiguration;

  constructor(scope: Construct, id: string, props: SignalsConfigurationProps) {
    super(scope, id);
    const { after = [], dependsOn = [], adAccountIds, ...rest } = props;
    this.node.addValidation({ validate: () => validate(props) });
    const awaited = [...after.flatMap(({ dependables }) => dependables), ...dependsOn];
    this.dataSource = new Configuration(this, "Default", {
      ...rest,
      adAccountIds: adAccountIds as string[] | undefined,
      dependsOn: awaited.length > 0 ? awaited : undefined,
    });
  }

  /** Whether the client has attached a Facebook account. Without one there are no ads to measure. */
  get facebookAccountAttached(): IResolvable {
    return this.dataSource.facebookAccountAttached;
  }

  /** Facebook accounts that the client has attached, each with its ad accounts. */
  get facebookAccounts(): DataDialog360SignalsConfigurationFacebookAccountsList {
    return this.dataSource.facebookAccounts;
  }

  /** Ads that open a chat with the channel. Null where they are not read. */
  get ads(): DataDialog360SignalsConfigurationAdsList {
    return this.dataSource.ads;
  }

  /**
   * What the hub reports of the channel's tracking: one of the words of `ReportedTracking`, known to Terraform alone.
   */
  get ctwaTracking(): string {
    return this.dataSource.ctwaTracking;
  }

  /** Whether the hub reports just this; known to Terraform alone. */
  reports(tracking: ReportedTracking): IResolvable {
    return Op.eq(this.ctwaTracking, tracking);
  }
}

class Configuration extends DataDialog360SignalsConfiguration {
  toHclTerraform(): unknown {
    stopBeforeHcl(this);
    return super.toHclTerraform();
  }
}

function validate(props: SignalsConfigurationProps): string[] {
  const both = props.channelId !== undefined && props.appId !== undefined;
  return problemsOf(
    props.clientId === undefined ? "clientId is needed, and is not given." : undefined,
    both ? "Only one of channelId and appId can be given, and both are." : undefined,
    ...(["clientId", "channelId", "appId", "partnerId"] as const).map((name) =>
      findIdProblem(name, props[name]),
    ),
    ...findAccountProblems(props.adAccountIds),
  );
}

function findAccountProblems(ids: readonly string[] | undefined): (string | undefined)[] {
  if (ids === undefined || Token.isUnresolved(ids)) return [];
  return ids.map((id, index) => findIdProblem(`adAccountIds[${index}]`, id));
}
