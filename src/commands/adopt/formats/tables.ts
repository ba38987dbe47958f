import type { AdoptedChannel, Adoption } from "../adoption";

const COLUMNS: readonly (readonly [string, (one: AdoptedChannel) => string | null])[] = [
  ["channel", ({ channel }) => channel.id],
  ["client", ({ channel }) => channel.clientId],
  ["tracking", ({ enabled }) => (enabled ? "on" : "off")],
  ["reported", ({ reported }) => (reported === null ? "unknown" : reported ? "on" : "off")],
  ["name", ({ channel }) => channel.phoneName],
  ["phone_number", ({ channel }) => channel.phoneNumber],
  ["client_name", ({ channel }) => channel.clientName],
  ["account_mode", ({ channel }) => channel.accountMode],
  ["status", ({ channel }) => channel.status],
];

/** The channels as CSV (RFC 4180) with a header. */
export function csvFile({ clients }: Adoption): string {
  const rows = clients.flatMap(({ channels }) => channels.map((one) => COLUMNS.map(([, of]) => of(one))));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run what begins like a formula; a phone number does not. */
function cell(value: string | null): string {
  if (value === null) return "";
  const text = /^([=@\t\r-]|\+(?!\d))/.test(value) ? `'${value}` : value;
  return /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same rows as JSON. */
export function jsonFile({ partnerId, clients }: Adoption): string {
  const channels = clients.flatMap(({ channels: own }) =>
    own.map((one) => Object.fromEntries(COLUMNS.map(([name, of]) => [name, of(one)]))),
  );
  return `${JSON.stringify({ partner_id: partnerId, channels }, null, 2)}\n`;
}
