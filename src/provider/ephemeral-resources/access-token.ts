import { ephemeralResource, string } from "../../framework";
import type { Session } from "../session";

/** Less would run out within the run that opened it: a renewal cannot hand out another value. */
const LEAST_REMAINING_MS = 10 * 60_000;

/** The bearer token that the provider itself uses, for others. */
export const accessToken = ephemeralResource<Session>()({
  type: "access_token",
  description: [
    "The bearer token of the provider's own login, for other providers that talk to 360dialog. It is in no state and no plan: it exists for one run, and each run opens it anew. Needs Terraform 1.10 (or OpenTofu 1.11) or newer.",
    "With `username` and `password` it is the token that the provider has or gets by logging in; if less than 10 minutes of it are left, the provider logs in again first. It cannot be renewed while a run lasts, so a run longer than its life is refused by whoever uses it. With `access_token` it is just that. An `api_key` alone leads to no token.",
  ].join("\n\n"),
  schema: {
    access_token: string({
      computed: true,
      sensitive: true,
      description: "The token, without `Bearer` before it. Good for the Partner Hub and for the Signals API.",
    }),
    expires_at: string({
      computed: true,
      description:
        "When the token ends, such as `2026-01-31T12:00:00.000Z` (RFC 3339). Null where that is not known: with a ready-made `access_token`, and where the login does not say.",
    }),
  },
  async open({ client, signal, deadline }) {
    const { token, expiresAt } = await client.api.accessToken(LEAST_REMAINING_MS, { signal, deadline });
    return {
      access_token: token,
      expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    };
  },
});
