import { thrownBy } from "../client-for";
import { contract } from "./contract";

contract("the login", (state) => {
  state(
    "gives a token that lasts, once for many",
    async ({ another, partnerId, channel }) => {
      const client = another({});
      const tokens = await Promise.all([1, 2, 3].map(() => client.accessToken(60_000)));
      expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
      expect(tokens[0]?.token).toMatch(/^\S+$/);
      const expiresAt = tokens[0]?.expiresAt ?? Number.POSITIVE_INFINITY;
      expect(expiresAt).toBeGreaterThan(Date.now() + 60_000);
      expect(await client.channels.lookUp(partnerId, channel.id)).toMatchObject({ id: channel.id });
    },
    "login",
  );

  // The name is invented: a wrong password for a real user may lock that user out.
  state("refuses an unknown user for good, without showing the password", async ({ another, partnerId }) => {
    const password = "invented-password";
    const client = another({ credentials: { username: "nobody@example.com", password } });
    const error = await thrownBy(client.channels.find(partnerId, "anyCH"));
    expect(error).toMatchObject({ kind: "login" });
    expect(`${error}${JSON.stringify(error)}`).not.toContain(password);
  });
});
