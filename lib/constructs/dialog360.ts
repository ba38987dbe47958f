import type { Construct } from "constructs";
import { Annotations, Dialog360Provider, type Dialog360ProviderConfig, TerraformStack, Token } from "./cdk";
import { problemsOf } from "./find-problem";
import { findOutputProblem, stopStackBeforeHcl } from "./stop-before-hcl";

/**
 * Settings of {@link Dialog360}. All are optional: each has an environment variable, such as `DIALOG360_PARTNER_ID`.
 * Set secrets there, or in a sensitive `TerraformVariable`.
 *
 * @example
 * const props: Dialog360Props = { partnerId: "examplePA", requestTimeout: "45s" };
 */
export interface Dialog360Props extends Dialog360ProviderConfig {}

/** Secrets, and their environment variables. */
const SECRETS = {
  password: "DIALOG360_PASSWORD",
  accessToken: "DIALOG360_ACCESS_TOKEN",
  apiKey: "DIALOG360_API_KEY",
} as const;

/**
 * The provider. It reads its credentials from Terraform's environment, so that the synthesised files hold none. A
 * secret in the program gives a warning.
 *
 * @example
 * new Dialog360(this, "dialog360");
 * const other = new Dialog360(this, "other", { alias: "other", partnerId: "otherPA" });
 * new CtwaTracking(this, "lisbon", { channelId: "lisbonCH", provider: other });
 */
export class Dialog360 extends Dialog360Provider {
  constructor(scope: Construct, id: string, props: Dialog360Props = {}) {
    super(scope, id, props);
    this.node.addValidation({ validate: () => problemsOf(findOutputProblem(this)) });
    this.warnOfSecrets(props);
  }

  /**
   * Called by the framework.
   * @throws if HCL output would lose a setting of this provider's objects in the stack
   */
  toHclTerraform(): unknown {
    stopStackBeforeHcl(TerraformStack.of(this));
    return super.toHclTerraform();
  }

  private warnOfSecrets(props: Dialog360Props): void {
    for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) {
      const value = props[name];
      if (value === undefined || Token.isUnresolved(value)) continue;
      Annotations.of(this).addWarning(
        `${name} is written into the synthesised files in clear. Leave it out and set ${SECRETS[name]} where Terraform runs, or pass a sensitive TerraformVariable.`,
      );
    }
  }
}
