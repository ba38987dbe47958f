import {
  handshakeLine,
  isStartedByTerraform,
  readHostRequest,
} from "../../../src/framework/plugin/handshake";

const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
const unix = { network: "unix", address: "/tmp/plugin-a/socket" } as const;

describe("the handshake line", () => {
  test("ends after an empty sixth field when there is no certificate", () => {
    const line = handshakeLine({
      protocolVersion: 6,
      address: unix,
      certificate: null,
      answersMultiplexing: false,
    });

    expect(line).toBe("1|6|unix|/tmp/plugin-a/socket|grpc|\n");
  });

  test.each([
    [Uint8Array.of(1), "AQ"],
    [Uint8Array.of(1, 2), "AQI"],
    [Uint8Array.of(1, 2, 3), "AQID"],
    [Uint8Array.of(0xfb, 0xff), "+/8"],
  ])("carries the certificate %p as base64 without padding", (certificate, text) => {
    const address = { network: "tcp", address: "127.0.0.1:10000" } as const;
    const line = handshakeLine({ protocolVersion: 6, address, certificate, answersMultiplexing: false });

    expect(line).toBe(`1|6|tcp|127.0.0.1:10000|grpc|${text}\n`);
  });

  test("says no to multiplexing only when asked", () => {
    const line = handshakeLine({
      protocolVersion: 6,
      address: unix,
      certificate: null,
      answersMultiplexing: true,
    });

    expect(line).toBe("1|6|unix|/tmp/plugin-a/socket|grpc||false\n");
  });
});

describe("the host's request", () => {
  test("is read from go-plugin's variables", () => {
    const request = readHostRequest({
      PLUGIN_CLIENT_CERT: "a certificate",
      PLUGIN_PROTOCOL_VERSIONS: "5,6",
      PLUGIN_UNIX_SOCKET_DIR: "/run/host",
      PLUGIN_UNIX_SOCKET_GROUP: "staff",
      PLUGIN_MIN_PORT: "10000",
      PLUGIN_MAX_PORT: "25000",
      PLUGIN_MULTIPLEX_GRPC: "true",
    });

    expect(request).toEqual({
      clientCertificate: "a certificate",
      protocolVersions: [5, 6],
      socketDirectory: "/run/host",
      socketGroup: "staff",
      ports: { min: 10_000, max: 25_000 },
      asksForMultiplexing: true,
    });
  });

  const nothing = {
    clientCertificate: null,
    protocolVersions: [],
    socketDirectory: null,
    socketGroup: null,
    ports: { min: 0, max: 0 },
    asksForMultiplexing: false,
  };

  test.each([
    ["variables that are missing", {}],
    [
      "variables that are empty",
      {
        PLUGIN_CLIENT_CERT: "",
        PLUGIN_PROTOCOL_VERSIONS: "",
        PLUGIN_UNIX_SOCKET_DIR: "",
        PLUGIN_MULTIPLEX_GRPC: "",
      },
    ],
    [
      "values that make no sense",
      { PLUGIN_PROTOCOL_VERSIONS: "six", PLUGIN_MIN_PORT: "-1", PLUGIN_MAX_PORT: "x" },
    ],
    ["a range of ports upside down", { PLUGIN_MIN_PORT: "25000", PLUGIN_MAX_PORT: "10000" }],
    ["ports that do not exist", { PLUGIN_MIN_PORT: "60000", PLUGIN_MAX_PORT: "70000" }],
  ])("asks for nothing by %s", (_what, env) => {
    expect(readHostRequest(env)).toEqual(nothing);
  });
});

test.each([
  [{ TF_PLUGIN_MAGIC_COOKIE: COOKIE }, true],
  [{ TF_PLUGIN_MAGIC_COOKIE: COOKIE.toUpperCase() }, false],
  [{ TF_PLUGIN_MAGIC_COOKIE: "" }, false],
  [{}, false],
])("with %p, started by Terraform is %p", (env, expected) => {
  expect(isStartedByTerraform(env)).toBe(expected);
});
