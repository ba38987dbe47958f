import { type Answer, type Call, json, tokenError } from "../routing";
import type { World } from "../world";

/** POST /token: user name and password for a bearer token. */
export function logIn(world: World, call: Call): Answer {
  const { username, password } = credentials(call.body);
  if (typeof username !== "string" || typeof password !== "string") {
    return tokenError(400, "invalid_request", "username and password are required");
  }
  const partner = world.store
    .partners()
    .find((one) => one.username === username && one.password === password);
  // The status of a refused login is documented nowhere; 401 is what clients handle.
  if (partner === undefined) return tokenError(401, "access_denied", "username and password do not match");
  const { tokenLifetime, tokenValidFor } = world.settings;
  return json(200, {
    access_token: world.tokens.issue(partner.id, Math.min(tokenLifetime, tokenValidFor ?? tokenLifetime)),
    token_type: "Bearer",
    expires_in: tokenLifetime,
  });
}

function credentials(body: string): { username?: unknown; password?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
