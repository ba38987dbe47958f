import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeArchive } from "../../../scripts/release/archive.mjs";
import { publish } from "../../../scripts/release/publish.mjs";
import { version } from "../../../src/version";
import { createAuthority } from "../../authority";
import { type Served, type SigningKey, serveLayout, serveMirror, serveRegistry } from "../harness/registries";
import { describeSince } from "../harness/since";
import { type Run, startTerraform, unwrapped } from "../harness/terraform";

// Everything a release is made of, but for the programs: they are the bundle, which is small.

const bundle = path.resolve(__dirname, "../../../build/terraform-provider-dialog360.cjs");
const here = `${process.platform}_${process.arch === "arm64" ? "arm64" : "amd64"}`;
const other = here === "linux_arm64" ? "linux_amd64" : "linux_arm64";
const archiveName = `terraform-provider-dialog360_${version}_${here}.zip`;
const gnupg = spawnSync("gpg", ["--version"]).status === 0;
if (!gnupg) process.stderr.write("skipped: signatures of a release, since there is no gpg on PATH\n");

const authority = createAuthority("example registries");
const identity = authority.issue("localhost");
let folder: string;
let release: string;
let home: string;
let key: SigningKey;
let served: Served | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360-rehearsal-"));
  writeFileSync(path.join(folder, "authority.pem"), authority.pem);
  home = mkdtempSync(path.join(folder, "gnupg-"));
  key = gnupg ? makeKey("release@example.com") : { id: "", armored: "" };
}, 60_000);
beforeEach(async () => {
  release = mkdtempSync(path.join(folder, "release-"));
  await makeRelease();
});
afterEach(() => served?.close());
afterAll(() => {
  if (gnupg) spawnSync("gpgconf", ["--homedir", home, "--kill", "all"]);
  rmSync(folder, { recursive: true, force: true });
});

async function makeRelease(): Promise<void> {
  const program = {
    name: `terraform-provider-dialog360_v${version}`,
    mode: 0o755,
    content: readFileSync(bundle),
  };
  const archives = [
    await writeArchive(release, { platform: here, version }, [program]),
    await writeArchive(release, { platform: other, version }, [program]),
  ];
  await publish(release, {
    version,
    archives,
    materials: { bomFormat: "CycloneDX" },
    signer: gnupg ? { key: "release@example.com", home } : undefined,
  });
}

function makeKey(address: string): SigningKey {
  const gpg = (...args: string[]) =>
    execFileSync("gpg", ["--homedir", home, "--batch", "--quiet", "--passphrase", "", ...args], {
      encoding: "utf8",
    });
  gpg("--quick-generate-key", `Example <${address}>`, "rsa3072", "sign", "never");
  const [, id = ""] =
    /^pub:(?:[^:]*:){3}([0-9A-F]+):/m.exec(gpg("--with-colons", "--list-keys", address)) ?? [];
  return { id, armored: gpg("--armor", "--export", address) };
}

/** Runs the binary in a new folder whose provider comes from the registry, or as the CLI's settings say. */
function terraform(
  args: readonly string[],
  { host, settings = "" }: { host?: string; settings?: string },
): Promise<Run> {
  const project = mkdtempSync(path.join(folder, "project-"));
  const source = `${host === undefined ? "" : `${host}/`}dialog360/dialog360`;
  writeFileSync(
    path.join(project, "main.tf"),
    `terraform {\n  required_providers {\n    dialog360 = { source = "${source}" }\n  }\n}\n`,
  );
  writeFileSync(path.join(project, "cli.rc"), settings);
  const env = {
    PATH: process.env["PATH"],
    HOME: project,
    CHECKPOINT_DISABLE: "1",
    SSL_CERT_FILE: path.join(folder, "authority.pem"),
    TF_CLI_CONFIG_FILE: path.join(project, "cli.rc"),
  };
  return startTerraform(args, project, env).done;
}

(gnupg ? describe : describe.skip)("a registry that hands the release out", () => {
  test("init verifies signature and digest, and the lock takes a platform that is not this one", async () => {
    served = await serveRegistry(release, { version, key }, identity);

    const installed = await terraform(["init"], served);
    const locked = await terraform(["providers", "lock", `-platform=${here}`, `-platform=${other}`], served);

    expect([installed.code, unwrapped(installed)]).toEqual([0, expect.stringContaining(key.id)]);
    expect([locked.code, unwrapped(locked)]).toEqual([0, expect.stringContaining(other)]);
  });

  test("init refuses a signature by another key", async () => {
    const stranger = makeKey("stranger@example.com");
    served = await serveRegistry(release, { version, key: stranger }, identity);

    const { code, output } = await terraform(["init"], served);

    expect([code, output]).toEqual([1, expect.stringContaining("signature")]);
  });

  test("init refuses an archive that was changed", async () => {
    appendFileSync(path.join(release, archiveName), "changed");
    served = await serveRegistry(release, { version, key }, identity);

    const refused = await terraform(["init"], served);

    expect([refused.code, unwrapped(refused)]).toEqual([1, expect.stringContaining("checksum")]);
  });
});

test("a web server that serves the release's folder is a network mirror", async () => {
  served = await serveMirror(release, identity);
  const settings = `provider_installation {\n  network_mirror {\n    url = "https://${served.host}/"\n  }\n}\n`;

  const { code, output } = await terraform(["init"], { settings });

  expect([code, output]).toEqual([0, expect.stringContaining(`v${version}`)]);
});

describeSince("providers from OCI registries", { terraform: null, tofu: "1.10.0" })("an OCI registry", () => {
  test("that holds the release's layout is a mirror", async () => {
    served = await serveLayout(path.join(release, "oci"), identity);
    const settings = `provider_installation {\n  oci_mirror {\n    repository_template = "${served.host}/dialog360"\n    include = ["registry.opentofu.org/dialog360/dialog360"]\n  }\n}\n`;

    const { code, output } = await terraform(["init"], { settings });

    expect([code, output]).toEqual([0, expect.stringContaining(`v${version}`)]);
  });
});
