import { ephemeralResource, string } from "../../framework";
import type { Session } from "../session";

/** Minimum lifetime of the token. Terraform cannot exchange the value during a run, so it must not expire early. */
const LEAST_REMAINING_MS = 10 * 60_000;

/** The bearer token of the provider, for use by other providers. */
export const accessToken = ephemeralResource<Session>()({
  type: "access_token",
  description:
    "The bearer token of the provider's login, for other providers that use 360dialog. Terraform stores it neither in the state nor in a plan.",
  schema: {
    access_token: string({
      computed: true,
      sensitive: true,
      description: "The token, without `Bearer`, for the Partner Hub and the Signals API.",
    }),
    expires_at: string({
      computed: true,
      description:
        "Time at which the token expires, such as `2026-01-31T12:00:00.000Z`; null if that is unknown.",
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
