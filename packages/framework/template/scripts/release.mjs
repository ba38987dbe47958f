// npm run release: one executable for this system that needs no Node, in dist/release: a zip archive, the manifest that
// says which protocol it speaks, and the digests of both. Needs the program zip.
// Bun compiles it where Bun is on PATH; otherwise Node makes a single executable application with postject, which warns of
// a section ".note.100": that does no harm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const architectures = { x64: "amd64", arm64: "arm64" };
const systems = { win32: "windows", darwin: "darwin", linux: "linux" };
const platform = `${systems[process.platform]}_${architectures[process.arch]}`;
const bundle = "dist/terraform-provider-__NAME__";
const out = "dist/release";
const suffix = process.platform === "win32" ? ".exe" : "";
const program = path.join(out, `terraform-provider-__NAME___v${version}${suffix}`);

mkdirSync(out, { recursive: true });
if (spawnSync("bun", ["--version"]).status === 0) compileWithBun();
else makeSingleExecutable();
const archive = `terraform-provider-__NAME___${version}_${platform}.zip`;
run("zip", ["-j", "-X", "-q", path.join(out, archive), program]);
rmSync(program);
const manifest = `terraform-provider-__NAME___${version}_manifest.json`;
writeFileSync(
  path.join(out, manifest),
  JSON.stringify({ version: 1, metadata: { protocol_versions: ["6.0"] } }),
);
const lines = [archive, manifest].map((name) => `${digestOf(path.join(out, name))}  ${name}\n`);
writeFileSync(path.join(out, `terraform-provider-__NAME___${version}_SHA256SUMS`), lines.join(""));
console.log(`Made ${path.join(out, archive)}.`);

function digestOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function compileWithBun() {
  copyFileSync(bundle, `${bundle}.cjs`);
  run("bun", ["build", "--compile", `${bundle}.cjs`, "--outfile", program]);
}

function makeSingleExecutable() {
  const blob = path.join(out, "provider.blob");
  const config = path.join(out, "sea.json");
  writeFileSync(config, JSON.stringify({ main: bundle, output: blob, disableExperimentalSEAWarning: true }));
  run(process.execPath, ["--experimental-sea-config", config]);
  copyFileSync(process.execPath, program);
  run("npx", [
    "--yes",
    "postject@1.0.0-alpha.6",
    program,
    "NODE_SEA_BLOB",
    blob,
    "--sentinel-fuse",
    "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
    ...(process.platform === "darwin" ? ["--macho-segment-name", "NODE_SEA"] : []),
  ]);
  rmSync(blob);
  rmSync(config);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} did not succeed${error ? `: ${error.message}` : ""}.`);
}
