// The start of a process, up to the handshake line. Everything else is loaded after that line is written.
// It must never know a provider before it is loaded, nor what a provider consists of.
// Next: serve-later.ts, then ../plugin/serve.ts.
import "./guard";

export { isStartedByTerraform } from "../plugin";
export { serveLater } from "./serve-later";
