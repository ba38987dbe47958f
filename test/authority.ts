import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { der } from "../src/framework/plugin/der";

const ECDSA_WITH_SHA256 = "2a8648ce3d040302"; // 1.2.840.10045.4.3.2
const COMMON_NAME = "550403"; // 2.5.4.3
const KEY_USAGE = "551d0f"; // 2.5.29.15
const SUBJECT_ALT_NAME = "551d11"; // 2.5.29.17
const BASIC_CONSTRAINTS = "551d13"; // 2.5.29.19

const HOUR_MS = 3_600_000;

/** What a TLS server shows, and the key to it. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
}

/** A private authority, made when a test needs one. Its key stays in memory. */
export interface Authority {
  readonly pem: string;
  /** A certificate for these host names, signed by the authority. */
  issue(...hosts: readonly string[]): ServerIdentity;
}

/** Makes an authority that is trusted by nobody yet. */
export function createAuthority(name: string): Authority {
  const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
  // Key usage counts bits from the left: 5 is keyCertSign (RFC 5280 section 4.2.1.3).
  const powers = [
    extension(BASIC_CONSTRAINTS, der.sequence(der.boolean(true))),
    extension(KEY_USAGE, der.bitString(Uint8Array.of(0b0000_0100), 2)),
  ];
  const certify = (subject: string, publicKey: KeyObject, extensions: readonly Buffer[]) =>
    certificate({ issuer: name, subject, publicKey, extensions, signer: own.privateKey });
  return {
    pem: certify(name, own.publicKey, powers),
    issue(...hosts) {
      const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const names = der.sequence(...hosts.map((host) => der.implicit(2, Buffer.from(host))));
      return {
        cert: certify(hosts[0] ?? "server", publicKey, [extension(SUBJECT_ALT_NAME, names)]),
        key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      };
    },
  };
}

interface Parts {
  readonly issuer: string;
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly signer: KeyObject;
}

function certificate({ issuer, subject, publicKey, extensions, signer }: Parts): string {
  const algorithm = der.sequence(der.objectId(ECDSA_WITH_SHA256));
  const now = Date.now();
  const body = der.sequence(
    der.explicit(0, der.integer(Uint8Array.of(2))), // v3
    der.integer(Uint8Array.of(1, ...randomBytes(15))),
    algorithm,
    commonName(issuer),
    der.sequence(der.time(new Date(now - HOUR_MS)), der.time(new Date(now + 24 * HOUR_MS))),
    commonName(subject),
    publicKey.export({ type: "spki", format: "der" }),
    der.explicit(3, der.sequence(...extensions)),
  );
  const bytes = der.sequence(body, algorithm, der.bitString(sign("sha256", body, signer)));
  const lines = bytes.toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function commonName(text: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectId(COMMON_NAME), der.utf8String(text))));
}

function extension(id: string, content: Uint8Array): Buffer {
  return der.sequence(der.objectId(id), der.octetString(content));
}
