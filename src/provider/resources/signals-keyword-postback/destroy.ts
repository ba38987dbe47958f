import type { DeleteContext } from "../../../framework";
import type { Session } from "../../session";
import { orNullIfAbsent, setPostback } from "./keyword";
import type { schema } from "./schema";

/**
 * Leaves the postback, or puts another URL in its place: no documented request removes one. An ad that is gone has no
 * postback left.
 */
export async function destroyPostback(context: DeleteContext<Session, typeof schema>): Promise<void> {
  const { state } = context;
  const { on_destroy: url } = state;
  if (url === null || url === "keep") return;
  await orNullIfAbsent(setPostback(state, url, context));
}
