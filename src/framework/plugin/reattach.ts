import { createServer } from "node:net";
import { type Connection, createGrpcServer, type MethodTable, serviceMethods } from "./grpc";
import { hostServices } from "./host-services";
import { listen } from "./listen";
import type { ReattachOptions, ServeOptions } from "./service";

/** One provider's entry in TF_REATTACH_PROVIDERS. */
export interface ReattachConfig {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: number;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: { readonly Network: "unix" | "tcp"; readonly String: string };
}

/** A server within this process. Whoever started it closes it. */
export interface ReattachServer {
  readonly config: ReattachConfig;
  /** Cuts every connection, removes the socket and calls `onShutdown`. A second call has no further effect. */
  close(): Promise<void>;
}

const ANY_PLACE = { socketDirectory: null, socketGroup: null, ports: { min: 0, max: 0 } };

/** Shutdown does nothing here: several runs of Terraform may use this server, and none of them may end it. */
function methodsOf(services: ServeOptions["services"]): MethodTable {
  return new Map([...serviceMethods(services), ...hostServices(() => {})]);
}

/** Serves in this process without TLS, for TF_REATTACH_PROVIDERS. Changes nothing else in the process. */
export async function openReattach(options: ReattachOptions): Promise<ReattachServer> {
  const { protocolVersion, services, log, onShutdown } = options;
  const ending = new Set<Promise<void>>();
  const connect = (): Connection => {
    if (typeof services !== "function") return { methods: methodsOf(services) };
    const own = services();
    return { methods: methodsOf(own.services), onClose: () => void ending.add(own.close()) };
  };
  const grpc = createGrpcServer({ methods: connect, tls: null, log });
  const acceptor = createServer({ noDelay: true }, grpc.accept);
  const { address, remove } = await listen(acceptor, ANY_PLACE);

  const close = async () => {
    const closed = new Promise((resolve) => acceptor.close(resolve));
    grpc.disconnect();
    await closed;
    remove();
    await Promise.all(ending);
    await onShutdown?.();
  };
  let closing: Promise<void> | undefined;
  return {
    config: {
      Protocol: "grpc",
      ProtocolVersion: protocolVersion,
      Pid: process.pid,
      // Terraform panics if this is false and the protocol is 6.
      Test: true,
      Addr: { Network: address.network, String: address.address },
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
