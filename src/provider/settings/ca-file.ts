import { X509Certificate } from "node:crypto";
import { readTextFile } from "./read-file";

/** The certificates in a file, or why it cannot be used, as a sentence that goes on from its name. */
export type Authorities = { readonly pem: readonly string[] } | { readonly problem: string };

const MOST_BYTES = 4 * 1024 * 1024;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Reads a bundle of certificates in PEM. What stands between them, such as their names, is left out. */
export function readAuthorities(place: string): Authorities {
  const read = readTextFile(place, { mostBytes: MOST_BYTES, private: false });
  if ("problem" in read) return read;
  const pem = read.text.match(CERTIFICATE) ?? [];
  if (pem.length === 0) return { problem: "holds no certificate in PEM (-----BEGIN CERTIFICATE-----)" };
  const broken = pem.findIndex((one) => !isCertificate(one));
  // TLS would pass over it in silence.
  return broken === -1
    ? { pem }
    : { problem: `holds a certificate that cannot be read: number ${broken + 1}` };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
