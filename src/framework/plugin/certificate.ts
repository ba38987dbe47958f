import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { der } from "./der";

// Object identifiers as DER encodes them.
const ECDSA_WITH_SHA256 = "2a8648ce3d040302"; // 1.2.840.10045.4.3.2
const COMMON_NAME = "550403"; // 2.5.4.3
const KEY_USAGE = "551d0f"; // 2.5.29.15
const SUBJECT_ALT_NAME = "551d11"; // 2.5.29.17
const BASIC_CONSTRAINTS = "551d13"; // 2.5.29.19
const EXTENDED_KEY_USAGE = "551d25"; // 2.5.29.37
const SERVER_AUTH = "2b06010505070301"; // 1.3.6.1.5.5.7.3.1
const CLIENT_AUTH = "2b06010505070302"; // 1.3.6.1.5.5.7.3.2

const HOST_NAME = "localhost";
const BACKDATED_MS = 30_000;
const YEARS_VALID = 30;

/** A self-signed certificate and its private key. Neither is ever written to disk. */
export interface Certificate {
  readonly der: Uint8Array;
  readonly pem: string;
  readonly keyPem: string;
}

/** Creates a P-256 certificate for "localhost", the name that go-plugin's client verifies. */
export function createCertificate(now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const body = toBeSigned(publicKey.export({ type: "spki", format: "der" }), now);
  const bytes = der.sequence(body, algorithm(), der.bitString(sign("sha256", body, privateKey)));
  return {
    der: bytes,
    pem: toPem(bytes),
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function toBeSigned(publicKey: Uint8Array, now: Date): Buffer {
  return der.sequence(
    der.explicit(0, der.integer(Uint8Array.of(2))), // v3
    der.integer(Uint8Array.of(1, ...randomBytes(15))),
    algorithm(),
    name(),
    validity(now),
    name(),
    publicKey,
    der.explicit(3, der.sequence(...extensions())),
  );
}

function algorithm(): Buffer {
  return der.sequence(der.objectId(ECDSA_WITH_SHA256));
}

function name(): Buffer {
  return der.sequence(der.set(der.sequence(der.objectId(COMMON_NAME), der.utf8String(HOST_NAME))));
}

function validity(now: Date): Buffer {
  const until = new Date(now);
  until.setUTCFullYear(now.getUTCFullYear() + YEARS_VALID);
  return der.sequence(der.time(new Date(now.getTime() - BACKDATED_MS)), der.time(until));
}

function extensions(): Buffer[] {
  // Key usage numbers its bits from the left. Set are 0 digitalSignature and 5 keyCertSign (RFC 5280 section 4.2.1.3).
  const keyUsage = der.bitString(Uint8Array.of(0b1000_0100), 2);
  return [
    extension(KEY_USAGE, keyUsage, "critical"),
    extension(EXTENDED_KEY_USAGE, der.sequence(der.objectId(SERVER_AUTH), der.objectId(CLIENT_AUTH))),
    extension(BASIC_CONSTRAINTS, der.sequence(der.boolean(true)), "critical"),
    extension(SUBJECT_ALT_NAME, der.sequence(der.implicit(2, Buffer.from(HOST_NAME)))),
  ];
}

function extension(id: string, content: Uint8Array, critical?: "critical"): Buffer {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.objectId(id), ...flag, der.octetString(content));
}

function toPem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
