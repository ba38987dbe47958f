import { readFileSync } from "node:fs";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ServerIdentity } from "../../authority";

/** Servers of this machine that hand out a release, over TLS, to who trusts their authority. */
export interface Served {
  /** Such as localhost:4443. */
  readonly host: string;
  close(): void;
}

type Answer =
  | { readonly json: object }
  | { readonly bytes: Buffer; readonly type?: string; readonly headers?: Readonly<Record<string, string>> }
  | undefined;

/** What the registry says of the keys that sign releases. */
export interface SigningKey {
  readonly id: string;
  readonly armored: string;
}

/**
 * The provider registry protocol over the files of a release: discovery, versions, and where an archive, the digests
 * and their signature are.
 */
export function serveRegistry(
  folder: string,
  { version, key }: { readonly version: string; readonly key: SigningKey },
  identity: ServerIdentity,
): Promise<Served> {
  const digests = `terraform-provider-dialog360_${version}_SHA256SUMS`;
  const lines = readFileSync(path.join(folder, digests), "utf8").trim().split("\n");
  const archives = lines.flatMap((line) => {
    const [, shasum = "", filename = "", os = "", arch = ""] =
      /^(\w+) {2}(.*_([a-z]+)_([a-z0-9]+)\.zip)$/.exec(line) ?? [];
    return filename === "" ? [] : [{ shasum, filename, os, arch }];
  });
  const protocols = ["6.0"];
  const platforms = archives.map(({ os, arch }) => ({ os, arch }));
  const base = "/v1/providers/dialog360/dialog360";
  return serve(identity, (url, host) => {
    if (url === "/.well-known/terraform.json") return { json: { "providers.v1": "/v1/providers/" } };
    if (url === `${base}/versions`) return { json: { versions: [{ version, protocols, platforms }] } };
    const archive = archives.find(({ os, arch }) => url === `${base}/${version}/download/${os}/${arch}`);
    const files = `https://${host}/files`;
    if (archive !== undefined)
      return {
        json: {
          ...archive,
          protocols,
          download_url: `${files}/${archive.filename}`,
          shasums_url: `${files}/${digests}`,
          shasums_signature_url: `${files}/${digests}.sig`,
          signing_keys: { gpg_public_keys: [{ key_id: key.id, ascii_armor: key.armored }] },
        },
      };
    return url.startsWith("/files/")
      ? { bytes: readFileSync(path.join(folder, path.basename(url))) }
      : undefined;
  });
}

/** A network mirror whose folder for the provider is a release's folder. */
export function serveMirror(folder: string, identity: ServerIdentity): Promise<Served> {
  return serve(identity, (url) => {
    const bytes = readFileSync(path.join(folder, path.basename(url)));
    return url.endsWith(".json") ? { bytes, type: "application/json" } : { bytes };
  });
}

/** An OCI registry with one repository, whose content is an OCI layout. */
export function serveLayout(layout: string, identity: ServerIdentity): Promise<Served> {
  const { manifests } = JSON.parse(readFileSync(path.join(layout, "index.json"), "utf8"));
  const [{ digest, mediaType, annotations }] = manifests;
  const tag = annotations["org.opencontainers.image.ref.name"];
  return serve(identity, (url) => {
    if (url === "/v2/") return { json: {} };
    const [, kind = "", reference = ""] = /^\/v2\/dialog360\/(tags|manifests|blobs)\/([^?]*)/.exec(url) ?? [];
    if (kind === "tags") return { json: { name: "dialog360", tags: [tag] } };
    if (kind === "") return undefined;
    const wanted = (reference === tag ? digest : reference).replace("sha256:", "");
    const bytes = readFileSync(path.join(layout, "blobs/sha256", wanted));
    if (kind === "blobs") return { bytes };
    const type = JSON.parse(`${bytes}`).mediaType ?? mediaType;
    return { bytes, type, headers: { "docker-content-digest": `sha256:${wanted}` } };
  });
}

function serve(identity: ServerIdentity, answer: (url: string, host: string) => Answer): Promise<Served> {
  const server = https.createServer(identity, (request, response) => {
    const found = answerOrNothing(() => answer(request.url ?? "", request.headers.host ?? ""));
    if (found === undefined) return void response.writeHead(404).end();
    const bytes = "json" in found ? Buffer.from(JSON.stringify(found.json)) : found.bytes;
    const type = "json" in found ? "application/json" : (found.type ?? "application/zip");
    const headers = "json" in found ? {} : found.headers;
    response.writeHead(200, { "content-type": type, "content-length": bytes.length, ...headers });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  return new Promise((resolve) =>
    server.listen(0, "localhost", () =>
      resolve({
        host: `localhost:${(server.address() as AddressInfo).port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      }),
    ),
  );
}

function answerOrNothing(answer: () => Answer): Answer {
  try {
    return answer();
  } catch {
    return undefined;
  }
}
