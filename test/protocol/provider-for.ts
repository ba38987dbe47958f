import type { Clock } from "../../src/client";
import type { Provider } from "../../src/framework";
import { type ConfigureContext, configure } from "../../src/provider/configure";
import { dialog360Provider } from "../../src/provider/provider";
import type { Listening } from "../../src/simulator";

/** Names of the provider's variables without their prefix, such as `MAX_RETRIES`. */
export type Variables = Readonly<Record<string, string>>;

/** The provider as it is served, for examplePA at a simulator, with a clock of the test's own. */
export function providerFor(
  { hubBaseUrl, signalsBaseUrl }: Pick<Listening, "hubBaseUrl" | "signalsBaseUrl">,
  clock: Clock,
  variables: Variables = {},
): Provider {
  const settings: Variables = {
    PARTNER_ID: "examplePA",
    USERNAME: "partner@example.com",
    PASSWORD: "example-password",
    HUB_BASE_URL: hubBaseUrl,
    SIGNALS_BASE_URL: signalsBaseUrl,
    ...variables,
  };
  const environment = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`DIALOG360_${name}`, value]),
  );
  return {
    ...dialog360Provider,
    configure: (context) => configure(context as ConfigureContext, environment, clock),
  };
}
