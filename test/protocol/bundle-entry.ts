import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";

/** Bundles a TypeScript file into one that plain Node can run; returns its path, in a fresh temporary folder. */
export function bundleEntry(entry: string): string {
  const outfile = join(mkdtempSync(join(tmpdir(), "bundle-")), `${basename(entry).replace(/\.ts$/, "")}.cjs`);
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
