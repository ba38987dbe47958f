import { DiagnosticError } from "../../framework";
import { channelIsGone } from "./channel-obstacle";

/** The error for a channel that a partner does not have. */
export function channelNotFound(partnerId: string, channelId: string, place?: string): DiagnosticError {
  const { summary, detail } = channelIsGone({ partnerId, channelId });
  return new DiagnosticError(summary, detail, place);
}
