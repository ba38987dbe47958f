/** Something that gets a name: the texts that the name is made from, and an id that no other has. */
export interface Nameable {
  readonly texts: readonly (string | null)[];
  readonly id: string;
}

const LONGEST = 60;

/** A text as a name that every file system and HCL takes: small letters, digits and "_"; empty if nothing is left. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[\p{M}'’]/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST)
    .replace(/_+$/, "");
}

/**
 * Names by id. A name depends on the texts alone, so that it stays when others come and go; where two share it, or it
 * is taken, all of them get their ids too.
 */
export function uniqueNames(
  items: readonly Nameable[],
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const plain = new Map(items.map((item) => [item.id, slugOf(item)]));
  const counts = new Map<string, number>();
  for (const name of plain.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isPlain = (name: string) => counts.get(name) === 1 && !taken.has(name) && isUsable(name);
  const names = new Map([...plain].filter(([, name]) => isPlain(name)));
  const used = new Set([...taken, ...names.values()]);
  for (const [id, name] of [...plain].sort(byId)) {
    if (names.has(id)) continue;
    const chosen = firstFree(identifier([name, slug(id)].filter((part) => part !== "").join("_")), used);
    names.set(id, chosen);
    used.add(chosen);
  }
  return names;
}

function slugOf({ texts }: Nameable): string {
  const parts = texts.map((text) => slug(text ?? "")).filter((part) => part !== "");
  return parts.length === 0 ? "" : identifier(parts.join("_"));
}

/** HCL takes no digit at the beginning. */
function identifier(text: string): string {
  return /^[a-z]/.test(text) ? text : `n_${text}`;
}

/** Terraform lays a file that is called so over the others. */
function isUsable(name: string): boolean {
  return name !== "" && !/(^|_)override$/.test(name);
}

function byId([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function firstFree(name: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!used.has(candidate)) return candidate;
  }
}
