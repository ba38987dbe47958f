import { decodeChannel } from "../../../src/client/hub/channel";

test("every field that is read comes from its place in the hub's object", () => {
  const row = {
    id: "exampleCH",
    client_id: "exampleCL",
    account_mode: "live",
    status: "verified",
    hub_status: "active",
    created_at: "2025-01-01T00:00:00Z",
    terminated_at: "2025-02-01T00:00:00Z",
    cancelled_at: "2025-01-15T00:00:00Z",
    waba_account_id: "exampleWA",
    current_quality_rating: "GREEN",
    client: { id: "exampleCL", name: "Example Coffee", contact_info: { email: "someone@example.com" } },
    setup_info: { phone_number: "+4915550000001", phone_name: "Example Coffee Berlin" },
    waba_account: { id: "exampleWA", external_id: "100000000000001" },
    integration: { enabled: true, app_id: "104148", state: "running" },
  };
  expect(decodeChannel(row, null)).toEqual({
    id: "exampleCH",
    clientId: "exampleCL",
    clientName: "Example Coffee",
    status: "verified",
    hubStatus: "active",
    accountMode: "live",
    createdAt: "2025-01-01T00:00:00Z",
    terminatedAt: "2025-02-01T00:00:00Z",
    cancelledAt: "2025-01-15T00:00:00Z",
    appId: "104148",
    phoneNumber: "+4915550000001",
    phoneName: "Example Coffee Berlin",
    wabaAccountId: "exampleWA",
    wabaExternalId: "100000000000001",
    ctwaTracking: null,
    ctwaField: null,
    ctwaFieldMissing: false,
  });
});

test("what is missing, null, empty or of another type is null", () => {
  const channel = decodeChannel(
    {
      id: "exampleCH",
      client_id: null,
      status: "",
      hub_status: {},
      account_mode: true,
      client: [],
      setup_info: null,
      integration: "x",
    },
    null,
  );
  expect(channel).toMatchObject({
    clientId: null,
    status: null,
    hubStatus: null,
    accountMode: null,
    clientName: null,
    phoneNumber: null,
    appId: null,
  });
});

test("ids that come as numbers are texts", () => {
  expect(decodeChannel({ id: 12, integration: { app_id: 104148 } }, null)).toMatchObject({
    id: "12",
    appId: "104148",
  });
});

test("the client and the WABA account are read from their objects where the channel does not name them", () => {
  const channel = decodeChannel(
    { id: "exampleCH", client: { id: "exampleCL" }, waba_account: { id: "exampleWA" } },
    null,
  );
  expect(channel).toMatchObject({ clientId: "exampleCL", wabaAccountId: "exampleWA" });
});

test("a row without an id is no channel", () => {
  expect(decodeChannel({ status: "verified" }, null)).toBeNull();
});
