import type { Simulator } from "../../src/simulator";

/** An answer, read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape
  readonly json: any;
}

/** How to ask: a ready-made token of examplePA goes along unless told otherwise. */
export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A credential of examplePA that needs no login. */
export const asPartner = { authorization: "Bearer example-access-token" };

/** Asks a simulator without a socket. */
export async function ask(simulator: Simulator, path: string, asking: Asking = {}): Promise<Answered> {
  const { body, headers = asPartner } = asking;
  const request = new Request(`http://simulator${path}`, {
    method: asking.method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return read(await simulator.fetch(request));
}

/** Reads a whole answer. */
export async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: tryParse(text) };
}

/** The channel list of examplePA, asked with these parameters. */
export function askChannels(simulator: Simulator, query: Record<string, string> = {}): Promise<Answered> {
  return ask(simulator, `/api/v2/partners/examplePA/channels?${new URLSearchParams(query)}`);
}

/** One channel, by filter, as the hub shows it. */
export async function askChannel(simulator: Simulator, id: string): Promise<Record<string, unknown>> {
  const { json } = await askChannels(simulator, { filters: JSON.stringify({ id }) });
  return json.partner_channels[0];
}

/** Switches tracking of a channel. */
export function askSwitch(
  simulator: Simulator,
  action: "enable_ctwa" | "disable_ctwa",
  channelId = "exampleCH",
  clientId = "exampleCL",
): Promise<Answered> {
  const path = `/api/v2/partners/examplePA/clients/${clientId}/channels/${channelId}/${action}`;
  return ask(simulator, path, { body: {} });
}

/** Logs examplePA in. */
export async function logIn(simulator: Simulator): Promise<string> {
  const body = { username: "partner@example.com", password: "example-password" };
  const { json } = await ask(simulator, "/api/v2/token", { body, headers: {} });
  return json.access_token;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
