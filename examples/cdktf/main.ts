import { App } from "cdktf";
import { findEnvironment } from "./environments";
import { TrackingStack } from "./tracking-stack";

// The command line tool passes the context of cdktf.json. Without the tool, set CDKTF_CONTEXT_JSON.
const app = new App({ context: { environment: "staging" } });
const name: string = app.node.tryGetContext("environment");
new TrackingStack(app, `tracking-${name}`, findEnvironment(name));
app.synth();
