import { X509Certificate } from "node:crypto";
import { readTextFile } from "./read-file";

/** The certificates in a file, or the problem with it, as the end of a sentence that begins with its name. */
export type Authorities = { readonly pem: readonly string[] } | { readonly problem: string };

const MOST_BYTES = 4 * 1024 * 1024;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Reads a bundle of certificates in PEM. It skips the text between them, such as their names. */
export function readAuthorities(place: string): Authorities {
  const read = readTextFile(place, { mostBytes: MOST_BYTES, private: false });
  if ("problem" in read) return read;
  const pem = read.text.match(CERTIFICATE) ?? [];
  if (pem.length === 0)
    return { problem: "does not hold a certificate in PEM (-----BEGIN CERTIFICATE-----)" };
  const broken = pem.findIndex((one) => !isCertificate(one));
  // TLS would ignore it without an error.
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
