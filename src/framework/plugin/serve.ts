import { writeSync } from "node:fs";
import { createServer } from "node:net";
import { type Certificate, createCertificate } from "./certificate";
import type { GrpcServer, GrpcServerOptions } from "./grpc";
import { type Address, type HostRequest, handshakeLine, readHostRequest } from "./handshake";
import { afterUnref, watchHost } from "./host-watch";
import { listen } from "./listen";
import { createEnding, type End } from "./process-ending";
import { handleSignals, redirectConsole, surviveCrashes } from "./process-guards";
import type { ProcessOptions } from "./service";

// How long to wait for the host to close its connection after an answer. The close shows that the answer has arrived.
const HOST_LEAVES_MS = 100;
const CALLS_FINISH_MS = 5_000;
const STDOUT = 1;

/**
 * Serves under Terraform and controls the process from then on: ends it on Shutdown, on SIGTERM and when the host is
 * gone. Resolves once the handshake line is written and the server accepts calls.
 * @throws when no socket and no port can be opened, or the host's certificate is not a certificate
 */
export async function servePlugin(options: ProcessOptions): Promise<void> {
  const host = readHostRequest(process.env);
  const own = host.clientCertificate === null ? null : createCertificate(new Date());
  const acceptor = createServer({ noDelay: true });
  const end = createEnding({ ...options, exit: () => process.exit(0), sleep });
  let grpc: Promise<GrpcServer> | undefined;
  handleSignals(() => end("SIGTERM", async () => answered(await grpc), CALLS_FINISH_MS));
  const watched = watchHost({
    parentId: () => process.ppid,
    onGone: (why) => end(why, nothing, 0),
    after: afterUnref,
  });

  const listening = await listen(acceptor, host);
  process.on("exit", listening.remove);
  const onConnections = (count: number) => {
    // The host connects only once. The socket is removed now, so that it is not left behind if this process is killed.
    if (count > 0) listening.remove();
    watched(count);
  };
  writeSync(STDOUT, firstLine(options, host, listening.address, own));

  // The modules that only a connection needs are loaded now, while the host reads the line.
  const tls = own && { own, clientPem: host.clientCertificate ?? "" };
  const serving = startGrpc({ ...options, tls, onConnections }, end);
  grpc = serving;
  acceptor.on("connection", async (socket) => (await serving).accept(socket));
  redirectConsole(options.log);
  surviveCrashes(options.log);
  await serving.catch((error: unknown) => {
    acceptor.close();
    throw error;
  });
}

function firstLine(
  { protocolVersion, log }: ProcessOptions,
  host: HostRequest,
  address: Address,
  own: Certificate | null,
): string {
  if (host.protocolVersions.length > 0 && !host.protocolVersions.includes(protocolVersion)) {
    log("warn", "the host speaks other protocol versions", { host: host.protocolVersions, protocolVersion });
  }
  return handshakeLine({
    protocolVersion,
    address,
    certificate: own?.der ?? null,
    answersMultiplexing: host.asksForMultiplexing,
  });
}

type GrpcOptions = ProcessOptions & Omit<GrpcServerOptions, "methods">;

async function startGrpc(options: GrpcOptions, end: End): Promise<GrpcServer> {
  const { createGrpcServer, serviceMethods } = await import("./grpc");
  const { hostServices } = await import("./host-services");
  const services = typeof options.services === "function" ? await options.services() : options.services;
  const shutdown = () => end("the host asked for it", grpc.whenAlone, HOST_LEAVES_MS);
  const methods = new Map([...serviceMethods(services), ...hostServices(shutdown)]);
  const grpc: GrpcServer = createGrpcServer({ ...options, methods });
  return grpc;
}

async function answered(grpc: GrpcServer | undefined): Promise<void> {
  await grpc?.whenIdle();
  // The last answers may still be in transit, and no event reports their arrival.
  await Promise.race([grpc?.whenAlone(), sleep(HOST_LEAVES_MS)]);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function nothing(): Promise<void> {}
