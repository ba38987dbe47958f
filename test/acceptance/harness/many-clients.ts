import { exampleSeed, type Seed } from "../../../src/simulator";

/** What stands in names of the seed: quotes, templates, line ends, marks that turn text round, markup. */
export const NASTY_NAMES: readonly string[] = [
  'Quoted "Name"',
  "$\u007bpath.module} %{ if true }",
  "Two\nlines }",
  "Right\u202eto left",
  "<script>alert(1)</script>",
  "مقهى",
];

/** A partner with these numbers of channels and clients; every second channel is tracked, and some names are nasty. */
export function seedOfMany(channelCount: number, clientCount: number): Seed {
  const example = exampleSeed();
  const [channel] = example.channels;
  const [client] = example.clients;
  if (channel === undefined || client === undefined) throw new Error("The example world is empty.");
  const nameOf = (index: number, otherwise: string) => NASTY_NAMES[index] ?? otherwise;
  const clients = Array.from({ length: clientCount }, (_, index) => ({
    ...client,
    ...{ id: `c${index}CL`, name: nameOf(index, `Example Client ${index}`) },
  }));
  const channels = Array.from({ length: channelCount }, (_, index) => ({
    ...channel,
    ...{ id: `m${index}CH`, client_id: `c${index % clientCount}CL`, ctwa: index % 2 === 0 },
    ...{ phone_number: `+49155${String(50_000_000 + index)}`, phone_name: nameOf(index, `Example ${index}`) },
  }));
  return { ...example, clients, channels, facebookAccounts: [], ads: [], keywordPostbacks: [] };
}
