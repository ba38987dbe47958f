import type { Channel, Client } from "../records";
import { numbered, wabaExternalId } from "./channels";
import { newChannel } from "./new-channel";

const channelsPerClient = 20;
const firstNumber = 101;

/**
 * `count` more channels of one partner, all alike: `n00001CH`, `n00002CH` … live, verified, tracking off,
 * twenty to each client `k0001CL`, `k0002CL` …
 */
export function generatedWorld(partnerId: string, count: number): { clients: Client[]; channels: Channel[] } {
  const clients = Array.from({ length: Math.ceil(count / channelsPerClient) }, (_, index) =>
    generatedClient(partnerId, index + 1),
  );
  const channels = clients.flatMap((client, index) => {
    const start = index * channelsPerClient;
    const length = Math.min(channelsPerClient, count - start);
    return Array.from({ length }, (_, offset) =>
      generatedChannel(client, wabaExternalId(firstNumber + index), start + offset + 1),
    );
  });
  return { clients, channels };
}

function generatedClient(partnerId: string, number: number): Client {
  return {
    id: `k${String(number).padStart(4, "0")}CL`,
    partner_id: partnerId,
    name: `Example Client ${number}`,
    city: "Berlin",
    contact_name: `Person ${number} Example`,
    contact_email: `person${number}@clients.example`,
    contact_phone: `+49155598${String(number).padStart(5, "0")}`,
  };
}

function generatedChannel(client: Client, waba: string, number: number): Channel {
  return newChannel({
    id: `n${String(number).padStart(5, "0")}CH`,
    partner_id: client.partner_id,
    client_id: client.id,
    phone_name: `Example ${number}`,
    waba_external_id: waba,
    ...numbered(firstNumber + number - 1),
  });
}
