import type { Channel } from "../records";
import { newChannel } from "./new-channel";

type Special = Partial<Channel>;
type Row = readonly [id: string, special?: Special];

const on: Special = { ctwa: true };
const sandbox: Special = { account_mode: "sandbox" };
const terminated: Special = {
  hub_status: "terminated",
  cancelled_at: "2025-05-31T12:00:00Z",
  terminated_at: "2025-06-30T22:00:00Z",
};
const cancelled: Special = { cancelled_at: "2026-01-15T12:00:00Z", terminated_at: "2099-12-31T23:00:00Z" };
const created: Special = {
  ...{ status: "created", hub_status: "created", app_id: null, phone_number: null, phone_name: null },
  ...{ integration_enabled: false, integration_state: null },
};

const ofExample: Readonly<Record<string, readonly Row[]>> = {
  exampleCL: [
    ["exampleCH", { phone_name: "Example Coffee" }],
    ["berlinCH"],
    ["hamburgCH"],
    ["munichCH", on],
    ["cologneCH", cancelled],
  ],
  bakeryCL: [["viennaCH", on], ["grazCH"], ["linzCH"], ["salzburgCH", sandbox], ["innsbruckCH", terminated]],
  cyclesCL: [["amsterdamCH"], ["utrechtCH"], ["rotterdamCH"], ["haarlemCH", sandbox], ["leidenCH", created]],
  floristCL: [
    ["parisCH"],
    ["lyonCH"],
    ["lilleCH", { status: "unverified" }],
    ["nantesCH"],
    ["niceCH", terminated],
  ],
  opticsCL: [["madridCH"], ["sevilleCH"], ["bilbaoCH", { status: "error" }], ["valenciaCH"]],
};

const ofOther: Readonly<Record<string, readonly Row[]>> = { otherCL: [["otherCH"], ["lisbonCH"]] };

/** The named channels of examplePA, in the order in which a smaller world keeps them. */
export function channelsOfExample(): Channel[] {
  return seededChannels("examplePA", ofExample, 1);
}

/** The channels of otherPA. */
export function channelsOfOther(): Channel[] {
  return seededChannels("otherPA", ofOther, 900_001);
}

/** App id and phone number of the number-th channel: invented, none twice. */
export function numbered(number: number): Pick<Channel, "app_id" | "phone_number"> {
  return { app_id: String(100_000 + number), phone_number: `+4915550${String(number).padStart(6, "0")}` };
}

/** Meta's id of the WhatsApp Business Account that the number-th client has: invented, none twice. */
export function wabaExternalId(number: number): string {
  return String(800_000_000_000_000 + number);
}

function seededChannels(
  partnerId: string,
  byClient: Readonly<Record<string, readonly Row[]>>,
  first: number,
): Channel[] {
  const rows = Object.entries(byClient).flatMap(([clientId, list], index) =>
    list.map((row) => ({ clientId, waba: wabaExternalId(first + index), row })),
  );
  return rows.map(({ clientId, waba, row: [id, special] }, index) =>
    newChannel({
      id,
      partner_id: partnerId,
      client_id: clientId,
      phone_name: phoneName(id),
      waba_external_id: waba,
      ...numbered(first + index),
      ...special,
    }),
  );
}

function phoneName(channelId: string): string {
  const city = channelId.replace(/CH$/, "");
  return `Example ${city.charAt(0).toUpperCase()}${city.slice(1)}`;
}
