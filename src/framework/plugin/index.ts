// Serves gRPC to Terraform the way go-plugin does it: handshake, certificate, sockets, life of the process.
// Must never know what a provider is: services are names and functions from bytes to bytes.
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

/** Serves in this process without TLS, for TF_REATTACH_PROVIDERS; touches nothing else of the process. */
export async function serveReattach(options: ReattachOptions): Promise<ReattachServer> {
  // Loaded when asked for: it brings node:http2, which no start may wait for.
  const { openReattach } = await import("./reattach");
  return openReattach(options);
}
