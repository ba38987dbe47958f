import { App } from "cdktn";
import { findEnvironment } from "./environments";
import { TrackingStack } from "./tracking-stack";

// The command line tool hands over the context of cdktf.json; without it, set CDKTF_CONTEXT_JSON.
const app = new App({ context: { environment: "staging" } });
const name: string = app.node.tryGetContext("environment");
new TrackingStack(app, `tracking-${name}`, findEnvironment(name));
app.synth();
