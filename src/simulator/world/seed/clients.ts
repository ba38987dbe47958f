import type { Client } from "../records";

type Row = readonly [id: string, name: string, city: string, person: string];

const ofExample: readonly Row[] = [
  ["exampleCL", "Example Coffee", "Berlin", "Erika Example"],
  ["bakeryCL", "Bakery Example", "Vienna", "Bernd Example"],
  ["cyclesCL", "Cycles Example", "Amsterdam", "Carla Example"],
  ["floristCL", "Florist Example", "Paris", "Flora Example"],
  ["opticsCL", "Optics Example", "Madrid", "Oscar Example"],
];

const ofOther: readonly Row[] = [["otherCL", "Other Books", "Lisbon", "Olga Example"]];

/** The clients of both partners. */
export function seededClients(): Client[] {
  return [
    ...ofExample.map((row, index) => seededClient("examplePA", row, index + 1)),
    ...ofOther.map((row, index) => seededClient("otherPA", row, ofExample.length + index + 1)),
  ];
}

function seededClient(partnerId: string, [id, name, city, person]: Row, number: number): Client {
  const given = person.split(" ")[0] ?? "";
  return {
    id,
    partner_id: partnerId,
    name,
    city,
    contact_name: person,
    contact_email: `${given.toLowerCase()}@${domain(name)}`,
    contact_phone: `+49155599${String(number).padStart(5, "0")}`,
  };
}

function domain(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", "-")}.example`;
}
