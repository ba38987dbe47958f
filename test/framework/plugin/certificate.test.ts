import { createPrivateKey, X509Certificate } from "node:crypto";
import { createCertificate } from "../../../src/framework/plugin/certificate";

const NOW = new Date("2026-11-23T00:00:10.500Z");
const made = createCertificate(NOW);
const read = new X509Certificate(made.pem);

test("PEM and DER are the same certificate, and the key is its own", () => {
  expect(read.raw.equals(made.der)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(made.keyPem))).toBe(true);
});

test("it is signed by itself, with P-256", () => {
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkIssued(read)).toBe(true);
  expect(read.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
});

test("it is for localhost and nothing else", () => {
  expect(read.subject).toBe("CN=localhost");
  expect(read.subjectAltName).toBe("DNS:localhost");
});

test("it is its own authority, for servers and clients", () => {
  expect(read.ca).toBe(true);
  expect(read.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
});

test("it has been valid for 30 seconds and is so for 30 years", () => {
  expect(new Date(read.validFrom).toISOString()).toBe("2026-11-22T23:59:40.000Z");
  expect(new Date(read.validTo).toISOString()).toBe("2056-11-23T00:00:10.000Z");
});

test("made on a leap day it still ends on a day that exists", () => {
  const leap = new X509Certificate(createCertificate(new Date("2028-02-29T12:00:00Z")).pem);

  expect(new Date(leap.validTo).toISOString()).toBe("2058-03-01T12:00:00.000Z");
});

test("no two have the same key or serial number", () => {
  const other = new X509Certificate(createCertificate(NOW).pem);

  expect(other.serialNumber).not.toBe(read.serialNumber);
  expect(other.fingerprint256).not.toBe(read.fingerprint256);
  expect(read.serialNumber).toMatch(/^01[0-9A-F]{30}$/);
});
