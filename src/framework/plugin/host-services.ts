import type { Method } from "./grpc";

const EMPTY = new Uint8Array();
// grpc.health.v1.HealthCheckResponse { status (field 1): SERVING (1) }
const SERVING = Uint8Array.of(0x08, 0x01);

/** go-plugin's own services, which a host calls besides the services of the plugin. */
export function hostServices(shutdown: () => void): [string, Method][] {
  return [
    [
      "/plugin.GRPCController/Shutdown",
      async () => {
        shutdown();
        return EMPTY;
      },
    ],
    // Both streams stay open and carry nothing: Terraform logs whatever arrives on them as unexpected data.
    ["/plugin.GRPCStdio/StreamStdio", "held open"],
    ["/plugin.GRPCBroker/StartStream", "held open"],
    ["/grpc.health.v1.Health/Check", async () => SERVING],
  ];
}
