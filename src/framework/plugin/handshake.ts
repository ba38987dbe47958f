const COOKIE_NAME = "TF_PLUGIN_MAGIC_COOKIE";
const COOKIE_VALUE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
const CORE_PROTOCOL = 1;

/** Where a server listens, in the terms of go-plugin. */
export interface Address {
  readonly network: "unix" | "tcp";
  /** A socket's path, or "host:port". */
  readonly address: string;
}

/** What the host asks for through the environment. */
export interface HostRequest {
  /** PEM of the only client that the server accepts. Null: the host asks for plain text. */
  readonly clientCertificate: string | null;
  /** Empty when the host names none. */
  readonly protocolVersions: readonly number[];
  readonly socketDirectory: string | null;
  readonly socketGroup: string | null;
  /** Both are 0 when the host accepts any port. */
  readonly ports: { readonly min: number; readonly max: number };
  readonly asksForMultiplexing: boolean;
}

/** Whether the environment has Terraform's magic cookie. The cookie is public: it protects nothing. */
export function isStartedByTerraform(env: NodeJS.ProcessEnv): boolean {
  return env[COOKIE_NAME] === COOKIE_VALUE;
}

/** Reads go-plugin's environment variables. */
export function readHostRequest(env: NodeJS.ProcessEnv): HostRequest {
  return {
    clientCertificate: env["PLUGIN_CLIENT_CERT"] || null,
    protocolVersions: readVersions(env["PLUGIN_PROTOCOL_VERSIONS"]),
    socketDirectory: env["PLUGIN_UNIX_SOCKET_DIR"] || null,
    socketGroup: env["PLUGIN_UNIX_SOCKET_GROUP"] || null,
    ports: readPorts(env["PLUGIN_MIN_PORT"], env["PLUGIN_MAX_PORT"]),
    asksForMultiplexing: Boolean(env["PLUGIN_MULTIPLEX_GRPC"]),
  };
}

/** The contents of the handshake line, the first line on stdout. */
export interface Handshake {
  readonly protocolVersion: number;
  readonly address: Address;
  /** The server's certificate in DER, null for plain text. */
  readonly certificate: Uint8Array | null;
  /** Whether the host asked if one connection can carry several servers. The line then answers no. */
  readonly answersMultiplexing: boolean;
}

/** Formats the handshake line, which tells the host where and how to connect. */
export function handshakeLine(handshake: Handshake): string {
  const { network, address } = handshake.address;
  const fields = [
    CORE_PROTOCOL,
    handshake.protocolVersion,
    network,
    address,
    "grpc",
    unpaddedBase64(handshake.certificate ?? new Uint8Array()),
  ];
  if (handshake.answersMultiplexing) fields.push("false");
  return `${fields.join("|")}\n`;
}

// go-plugin decodes with Go's base64.RawStdEncoding, which refuses "=".
function unpaddedBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

function readVersions(text: string | undefined): number[] {
  return (text ?? "").split(",").map(Number).filter(isPositiveInteger);
}

function readPorts(min: string | undefined, max: string | undefined): { min: number; max: number } {
  const ports = { min: Number(min), max: Number(max) };
  const usable =
    isPositiveInteger(ports.min) &&
    isPositiveInteger(ports.max) &&
    ports.min <= ports.max &&
    ports.max <= 65535;
  return usable ? ports : { min: 0, max: 0 };
}

function isPositiveInteger(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
