import { Construct } from "constructs";
import {
  Annotations,
  type ITerraformDependable,
  SignalsKeywordPostback,
  type SignalsKeywordPostbackTimeouts,
  type TerraformProvider,
  type TerraformResourceLifecycle,
  Token,
} from "./cdk";
import type { CtwaTracking } from "./ctwa-tracking";
import { findChoiceProblem, findIdProblem, problemsOf } from "./find-problem";
import { stopBeforeHcl } from "./stop-before-hcl";
import type { Tracked } from "./tracked";

/**
 * Settings of {@link KeywordPostback}. Exactly one of `tracking` and `appId`, and one of `url` and `urlWo`, is given.
 *
 * @example
 * const props: KeywordPostbackProps = { appId: "100001", adId: "920000000001001", keywordId: "1001", url: "https://example.com/c" };
 */
export interface KeywordPostbackProps {
  /** Tracking of the channel whose chats the ad opens: it gives app and channel, and is switched first. */
  readonly tracking?: CtwaTracking;
  /** Id of the channel's messaging app, where the program does not track the channel itself. */
  readonly appId?: string;
  /** Id of the ad at Meta. */
  readonly adId: string;
  /** Id of the keyword in Signals. */
  readonly keywordId: string;
  /** The URL to which Signals reports conversions; https only. It is stored in the state. */
  readonly url?: string;
  /** The same URL, never stored in the state. Pass an ephemeral `TerraformVariable`, and give `urlWoVersion`. */
  readonly urlWo?: string;
  /** Any whole number. Change it to send a changed `urlWo`. */
  readonly urlWoVersion?: number;
  /**
   * What destroy does: `"keep"` leaves the postback, an https URL replaces it.
   * @default "keep"
   */
  readonly onDestroy?: string;
  /** Other tracking that has to be switched first. */
  readonly after?: readonly Tracked[];
  /** Bounds on how long each operation may take, such as `{ create: "10m" }`. */
  readonly timeouts?: SignalsKeywordPostbackTimeouts;
  /** What else has to exist before the postback is set. */
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Terraform's `lifecycle` of the resource. */
  readonly lifecycle?: TerraformResourceLifecycle;
  /**
   * The provider to use, where a stack has several.
   * @default the one without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * The URL to which Signals reports the conversions of a keyword.
 *
 * @example
 * const tracking = new CtwaTracking(this, "shop", { channelId: "exampleCH" });
 * new KeywordPostback(this, "order", {
 *   tracking,
 *   adId: "920000000001001",
 *   keywordId: "1001",
 *   url: "https://example.com/conversions",
 * });
 */
export class KeywordPostback extends Construct implements ITerraformDependable {
  /** The resource itself, for what this construct has no words for. */
  readonly resource: SignalsKeywordPostback;

  constructor(scope: Construct, id: string, props: KeywordPostbackProps) {
    super(scope, id);
    const { tracking, appId, after = [], dependsOn = [], ...rest } = props;
    this.node.addValidation({ validate: () => validate(props) });
    const awaited = [...after.flatMap(({ dependables }) => dependables), ...dependsOn];
    this.resource = new Postback(this, "Default", {
      ...rest,
      appId: tracking?.appId ?? appId ?? "",
      channelId: tracking?.channelId,
      dependsOn: awaited.length > 0 ? awaited : undefined,
    });
    if (props.urlWo === undefined || Token.isUnresolved(props.urlWo)) return;
    Annotations.of(this).addWarning(
      "urlWo is written into the synthesised files in clear. Pass an ephemeral TerraformVariable.",
    );
  }

  /** The ids of app, ad and keyword, joined by slashes. Known once the postback is set. */
  get postbackId(): string {
    return this.resource.id;
  }

  /** The resource's address, so that this construct can stand in `dependsOn`. */
  get fqn(): string {
    return this.resource.fqn;
  }
}

class Postback extends SignalsKeywordPostback {
  toHclTerraform(): unknown {
    stopBeforeHcl(this);
    return super.toHclTerraform();
  }
}

function validate(props: KeywordPostbackProps): string[] {
  return problemsOf(
    findChoiceProblem(["tracking", props.tracking], ["appId", props.appId]),
    findChoiceProblem(["url", props.url], ["urlWo", props.urlWo]),
    (props.urlWo === undefined) === (props.urlWoVersion === undefined)
      ? undefined
      : "urlWo and urlWoVersion are given together or not at all.",
    findIdProblem("appId", props.appId),
    findIdProblem("adId", props.adId),
    findIdProblem("keywordId", props.keywordId),
  );
}
