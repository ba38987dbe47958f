import { GetFunctions_Request, GetFunctions_Response } from "../protocol/generated/tfplugin6";
import { functionMessages } from "./function-message";
import type { Rpc } from "./rpc";

/** GetFunctions: the same functions as in GetProviderSchema. OpenTofu requests them from a configured provider. */
export const getFunctions: Rpc<GetFunctions_Request, GetFunctions_Response> = {
  name: "GetFunctions",
  request: GetFunctions_Request,
  response: GetFunctions_Response,
  handle: ({ server }) => ({ functions: functionMessages(server.functions) }),
};
