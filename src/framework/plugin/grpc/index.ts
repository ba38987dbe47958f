// A gRPC server over node:http2: unary calls, server streams, and streams that are held open.
// Must never know go-plugin, sockets' places or the process it runs in.
// Read server.ts next, then call.ts. Loaded after the handshake line: keep it out of what comes before.
export { type Connection, type Method, type MethodTable, serviceMethods } from "./call";
export { createGrpcServer, type GrpcServer, type GrpcServerOptions, type MutualTls } from "./server";
