// Serves gRPC to Terraform as go-plugin does: handshake, certificate, sockets, start and end of the process.
// It must never know what a provider is: services are names and functions from bytes to bytes.
// Read serve.ts next, then grpc/index.ts.
import type { ReattachServer } from "./reattach";
import type { ReattachOptions } from "./service";

export { isStartedByTerraform } from "./handshake";
export type { ReattachConfig, ReattachServer } from "./reattach";
export { servePlugin } from "./serve";
export type {
  PluginLog,
  PluginLogLevel,
  PluginService,
  ProcessOptions,
  ReattachOptions,
  ServeOptions,
  StreamHandler,
  UnaryHandler,
} from "./service";

export { guardStdout } from "./stdout-guard";

/** Serves in this process without TLS, for TF_REATTACH_PROVIDERS. Changes nothing else in the process. */
export async function serveReattach(options: ReattachOptions): Promise<ReattachServer> {
  // Imported on demand: the module loads node:http2, and no start of a provider may wait for that.
  const { openReattach } = await import("./reattach");
  return openReattach(options);
}
