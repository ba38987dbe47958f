// Trouble on demand: the queue of faults, and what a fault does to an answer or to its socket.
// It must never know what the request asked for.
// Read fault.ts next, the table of what a fault is made of.
export { applySocketFault } from "./apply-socket-fault";
export { type Fault, faultRoutes } from "./fault";
export { faultAnswer } from "./fault-answer";
export { createFaults, type Faults } from "./fault-queue";
export { breakTls, keepRawSockets, type RawSockets } from "./raw-sockets";
export { type SocketFault, socketFault } from "./socket-fault";
