import { accessToken } from "../../../src/provider/ephemeral-resources/access-token";
import { fakeHub, NOON } from "../fake-hub";

test.each([
  [NOON + 600_000, "2026-01-31T12:10:00.000Z"],
  [null, null],
])("the token is handed out with its end: %s", async (expiresAt, text) => {
  const asked: unknown[] = [];
  const signal = new AbortController().signal;
  const hub = fakeHub([], {
    behaviour: {
      async accessToken(remainingMs, call) {
        asked.push(remainingMs, call);
        return { token: "example-token", expiresAt };
      },
    },
  });
  const context = { client: hub.session, signal, deadline: 1, config: {} };

  expect(await accessToken.open(context as never)).toEqual({
    access_token: "example-token",
    expires_at: text,
  });
  expect(asked).toEqual([600_000, { signal, deadline: 1 }]);
});
