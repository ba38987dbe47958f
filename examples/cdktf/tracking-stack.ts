import { Fn, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ClientTracking,
  CtwaFleet,
  CtwaTracking,
  Dialog360,
  OnDestroy,
  SignalsConfiguration,
} from "terraform-provider-dialog360/cdktf";
import type { Environment } from "./environments";

/** CTWA tracking of all channels of one environment, and what Signals knows about the clients that run ads. */
export class TrackingStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    { partnerId, temporary, clients, phoneNumbers, fleets }: Environment,
  ) {
    super(scope, id);
    // Terraform reads the credentials from its environment, so they are not synthesised.
    new Dialog360(this, "dialog360", { partnerId });
    const options = {
      onDestroy: temporary ? OnDestroy.DISABLE : OnDestroy.KEEP,
      reassertAfter: "168h",
      timeouts: { create: "10m" },
    };
    for (const [name, { clientId, channelIds, advertised }] of Object.entries(clients)) {
      const tracking = new ClientTracking(this, name, { clientId, channelIds, ...options });
      this.output(`${name}-verification`, Object.fromEntries(verifications(tracking)));
      if (advertised === undefined) continue;
      const signals = new SignalsConfiguration(this, `${name}-signals`, {
        clientId,
        channelId: advertised,
        after: [tracking],
      });
      // As text: the command line tool cannot show an output that is true or false.
      this.output(`${name}-ready-for-keywords`, Fn.conditional(signals.facebookAccountAttached, "yes", "no"));
    }
    for (const [name, phoneNumber] of Object.entries(phoneNumbers)) {
      const tracking = new CtwaTracking(this, name, { phoneNumber, ...options });
      this.output(`${name}-channel`, tracking.channelId);
    }
    for (const [name, channels] of Object.entries(fleets)) {
      const fleet = new CtwaFleet(this, name, { channels, maxChanges: 10, ...options });
      this.output(`${name}-pending`, fleet.pending);
    }
  }

  private output(name: string, value: unknown): void {
    new TerraformOutput(this, name, { value });
  }
}

function verifications({ trackings }: ClientTracking): [string, string][] {
  return [...trackings].map(([channelId, { verification }]) => [channelId, verification]);
}
