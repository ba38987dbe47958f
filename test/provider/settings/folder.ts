import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A folder of a test file's own, and what writes into it. */
export interface Folder {
  readonly path: string;
  /** Writes a file that only its owner may use, unless told otherwise; returns its path. */
  write(name: string, content: string | Uint8Array, mode?: number): string;
}

/** Makes a folder that is removed when the test file has ended. */
export function folder(): Folder {
  const made = mkdtempSync(path.join(os.tmpdir(), "dialog360-settings-"));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  return {
    path: made,
    write(name, content, mode = 0o600) {
      const place = path.join(made, name);
      writeFileSync(place, content, { mode });
      return place;
    },
  };
}
