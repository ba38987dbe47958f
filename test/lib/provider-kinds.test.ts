import { TerraformOutput, TerraformStack, Testing } from "cdktn";
import {
  DataDialog360Channel,
  Dialog360Provider,
  EphemeralDialog360AccessToken,
} from "../../lib/bindings/cdktn";
import { testApp } from "./stack";

// CDKTF's generator knows neither: its bindings have what existed when it was archived.
test("CDK Terrain's bindings reach the provider's functions and its ephemeral token", () => {
  const stack = new TerraformStack(testApp(), "tracking");
  const provider = new Dialog360Provider(stack, "dialog360");
  const token = new EphemeralDialog360AccessToken(stack, "token");
  const byToken = new Dialog360Provider(stack, "by_token", {
    alias: "by_token",
    accessToken: token.accessToken,
  });
  new DataDialog360Channel(stack, "example", { provider: byToken, channelId: "exampleCH" });
  const id = provider.functions.channelImportId("examplePA", "exampleCL", "exampleCH");
  new TerraformOutput(stack, "id", { value: id });

  expect(JSON.parse(Testing.synth(stack))).toMatchObject({
    ephemeral: { dialog360_access_token: { token: {} } },
    provider: {
      dialog360: [{}, { access_token: "${ephemeral.dialog360_access_token.token.access_token}" }],
    },
    output: {
      id: {
        value: '${provider::dialog360::channel_import_id("examplePA", "exampleCL", "exampleCH")}',
      },
    },
  });
});
