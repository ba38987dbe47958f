import { visible } from "../text/visible";
import { type Adoption, byClient } from "./adoption";
import type { Selected } from "./select-channels";

const LONGEST_NAME = 48;

/** The channels in numbers, by client, as a table for a person. */
export function summaryTable({ clients }: Adoption, { managed, terminated, unreported }: Selected): string {
  const managedBy = byClient(managed);
  const rows = clients.map(({ clientId, clientName, channels }) => {
    const count = (wanted: boolean | null) => channels.filter(({ reported }) => reported === wanted).length;
    const label = [clientName, clientId ?? "no client"].filter((part) => part !== null).join(", ");
    const numbers = [channels.length, count(true), count(false), count(null)];
    return [shortened(visible(label)), ...numbers, managedBy.get(clientId ?? "")?.length ?? 0] as const;
  });
  const total = [1, 2, 3, 4].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  const clientCount = `${clients.length} ${clients.length === 1 ? "client" : "clients"}`;
  return [
    ...aligned([HEADINGS, ...rows, [clientCount, ...total, managed.length]]),
    ...(terminated === 0 ? [] : [`Terminated channels left out: ${terminated}.`]),
    ...(unreported === 0 ? [] : [`Left out, since the hub does not report their tracking: ${unreported}.`]),
    "",
  ].join("\n");
}

const HEADINGS = ["Client", "channels", "on", "off", "not reported", "managed already"];

function aligned(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows.map((row) =>
    row
      .map((value, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(value).padEnd(width) : String(value).padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}
