import { StopProvider_Request, StopProvider_Response } from "../protocol/generated/tfplugin6";
import type { Rpc } from "./rpc";

/** StopProvider: aborts all running operations. Core still waits for their answers. */
export const stopProvider: Rpc<StopProvider_Request, StopProvider_Response> = {
  name: "StopProvider",
  request: StopProvider_Request,
  response: StopProvider_Response,
  handle({ server, log }) {
    log.log("info", "asked to stop");
    server.note("stopped");
    server.stop();
    return { Error: "" };
  },
};
