import type { Method } from "./grpc";

const EMPTY = new Uint8Array();
// grpc.health.v1.HealthCheckResponse { status (field 1): SERVING (1) }
const SERVING = Uint8Array.of(0x08, 0x01);

/** go-plugin's own services: everything a host talks to beside the plugin itself. */
export function hostServices(shutdown: () => void): [string, Method][] {
  return [
    [
      "/plugin.GRPCController/Shutdown",
      async () => {
        shutdown();
        return EMPTY;
      },
    ],
    // What would be sent here appears in Terraform's log as unexpected data: hold it open, say nothing.
    ["/plugin.GRPCStdio/StreamStdio", "held open"],
    ["/plugin.GRPCBroker/StartStream", "held open"],
    ["/grpc.health.v1.Health/Check", async () => SERVING],
  ];
}
