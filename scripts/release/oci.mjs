// An OCI image layout of the release, for OpenTofu's oci_mirror: an index of the version, a manifest for each
// platform, and the archives as blobs. `oras cp --from-oci-layout` copies it to a registry.
import { sha256 } from "./digests.mjs";

const INDEX = "application/vnd.oci.image.index.v1+json";
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const EMPTY = "application/vnd.oci.empty.v1+json";
const PROVIDER = "application/vnd.opentofu.provider";
const PACKAGE = "application/vnd.opentofu.provider-target";
const TAG = "org.opencontainers.image.ref.name";
const TITLE = "org.opencontainers.image.title";

/**
 * @param {string} version
 * @param {readonly import("./archive.mjs").Archive[]} archives
 * @returns {{ files: Readonly<Record<string, string>>, archives: Readonly<Record<string, string>> }} contents of files,
 *   and names of archives that lie as blobs; both by their path in the layout
 */
export function ociLayout(version, archives) {
  /** @type {Record<string, string>} */
  const files = {};
  /** @type {(mediaType: string, value: object) => { mediaType: string, digest: string, size: number }} */
  const put = (mediaType, value) => {
    const text = JSON.stringify(value);
    files[blob(sha256(text))] = text;
    return { mediaType, digest: `sha256:${sha256(text)}`, size: text.length };
  };
  const config = put(EMPTY, {});
  const manifests = archives.map((archive) => ({
    ...put(MANIFEST, manifestOf(archive, config)),
    artifactType: PACKAGE,
    platform: platformOf(archive.platform),
  }));
  const index = put(INDEX, { schemaVersion: 2, mediaType: INDEX, artifactType: PROVIDER, manifests });
  files["oci-layout"] = JSON.stringify({ imageLayoutVersion: "1.0.0" });
  // A tag has no "+"; OpenTofu reads "_" in its place.
  const tag = version.replace("+", "_");
  files["index.json"] = JSON.stringify({
    schemaVersion: 2,
    mediaType: INDEX,
    manifests: [{ ...index, artifactType: PROVIDER, annotations: { [TAG]: tag } }],
  });
  return { files, archives: Object.fromEntries(archives.map(({ name, sha256 }) => [blob(sha256), name])) };
}

/**
 * @param {import("./archive.mjs").Archive} archive
 * @param {object} config
 */
function manifestOf({ name, size, sha256 }, config) {
  const layer = {
    mediaType: "archive/zip",
    digest: `sha256:${sha256}`,
    size,
    annotations: { [TITLE]: name },
  };
  return { schemaVersion: 2, mediaType: MANIFEST, artifactType: PACKAGE, config, layers: [layer] };
}

/** @param {string} platform Terraform's name, such as "linux_amd64" */
function platformOf(platform) {
  const [os, architecture] = platform.split("_");
  return { os, architecture };
}

/** @param {string} digest */
function blob(digest) {
  return `blobs/sha256/${digest}`;
}
