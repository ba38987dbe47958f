import type { Random } from "../value/random";

const TELLING = [
  0x00, 0x01, 0x7f, 0x80, 0x90, 0xa0, 0xc0, 0xc1, 0xc7, 0xc9, 0xd4, 0xd8, 0xdb, 0xdd, 0xdf, 0xff,
] as const;

/** Bytes of any kind, up to 64 of them. */
export function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.below(64) }, () => random.below(256)));
}

/** The same bytes with some damage: cut, grown, flipped, replaced, repeated or put together with themselves. */
export function damaged(random: Random, bytes: Uint8Array): Buffer {
  let damage: Buffer = Buffer.from(bytes);
  for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1) damage = damageOnce(random, damage);
  return damage;
}

function damageOnce(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const byte = random.pick([random.below(256), random.pick(TELLING)]);
  switch (random.below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.subarray(at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(bytes.length + 1))]);
    default:
      return flipped(bytes, at, random.below(8));
  }
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const byte = copy[at];
  if (byte !== undefined) copy[at] = byte ^ (1 << bit);
  return copy;
}
