import { contract } from "./contract";

contract("Facebook accounts", (state) => {
  state(
    "are objects, and each can be read",
    async ({ client, clientId }) => {
      for (const { fields, json } of await client.signals.facebookAccounts(clientId)) {
        expect(JSON.parse(json)).toEqual(fields);
        const one = await client.signals.facebookAccount(clientId, String(fields["id"]));
        expect(one.fields["id"]).toEqual(fields["id"]);
      }
    },
    "bearer",
  );
});
