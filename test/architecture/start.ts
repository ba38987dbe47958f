import { buildSync, type Metafile } from "esbuild";
import { textFiles } from "../../scripts/build/bundle.mjs";
import { root } from "./sources";

/** The files that are loaded before the executable can answer: all that main.ts reaches without a lazy import. */
export function filesOfStart(entry = "src/main.ts"): string[] {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    metafile: true,
    loader: textFiles,
    write: false,
    logLevel: "silent",
  });
  return [...reach(metafile, entry)].sort();
}

function reach(metafile: Metafile, entry: string): Set<string> {
  const reached = new Set([entry]);
  // A set gives out what is added to it while it is walked.
  for (const file of reached) {
    for (const { path, kind, external } of metafile.inputs[file]?.imports ?? []) {
      if (kind !== "dynamic-import" && external !== true) reached.add(path);
    }
  }
  return reached;
}
