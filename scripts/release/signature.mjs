// Signs the digests with a key of GnuPG, as the registries ask for: a detached, binary signature by an RSA key.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { messageOf } from "../tools/errors.mjs";

/**
 * @typedef {{ key: string, home?: string }} Signer a fingerprint or an address that names one secret key, and GnuPG's
 *   home where it is not the user's
 */

/**
 * @param {string} file the list of digests; the signature is put beside it as FILE.sig
 * @param {Signer} signer
 * @returns {Promise<string>} the file of the signature
 * @throws when gpg is missing, has no such key, or is refused its passphrase
 */
export async function signDigests(file, { key, home }) {
  const signature = `${file}.sig`;
  const place = home === undefined ? [] : ["--homedir", home];
  const args = [
    ...place,
    "--batch",
    "--yes",
    "--local-user",
    key,
    "--output",
    signature,
    "--detach-sign",
    file,
  ];
  try {
    await promisify(execFile)("gpg", args);
  } catch (error) {
    throw new Error(`gpg did not sign ${file} with the key "${key}": ${messageOf(error)}`);
  }
  return signature;
}
