// A gRPC server over node:http2: unary calls, server streams, and streams that are held open.
// It must never know go-plugin, the places of sockets or the process it runs in.
// Read server.ts next, then call.ts. Loaded after the handshake line is written: nothing that runs earlier imports it.
export { type Connection, type Method, type MethodTable, serviceMethods } from "./call";
export { createGrpcServer, type GrpcServer, type GrpcServerOptions, type MutualTls } from "./server";
