import type { Construct } from "constructs";
import { Annotations, Dialog360Provider, type Dialog360ProviderConfig, TerraformStack, Token } from "./cdk";
import { problemsOf } from "./find-problem";
import { findOutputProblem, stopStackBeforeHcl } from "./stop-before-hcl";

/**
 * Settings of {@link Dialog360}. All can be left out: each has an environment variable, such as `DIALOG360_PARTNER_ID`.
 * Secrets belong there, or into a sensitive `TerraformVariable`.
 *
 * @example
 * const props: Dialog360Props = { partnerId: "examplePA", requestTimeout: "45s" };
 */
export interface Dialog360Props extends Dialog360ProviderConfig {}

/** Secrets, and the variables of the environment that they are read from. */
const SECRETS = {
  password: "DIALOG360_PASSWORD",
  accessToken: "DIALOG360_ACCESS_TOKEN",
  apiKey: "DIALOG360_API_KEY",
} as const;

/**
 * The provider, which reads its credentials from the environment of Terraform: none of them gets into what is
 * synthesised. A secret that is written out in the program is warned of.
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
   * For the framework alone.
   * @throws if something of this provider's in the stack would be lost in HCL
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
