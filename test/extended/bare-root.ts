import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** How a command within the folder ended. */
export interface Run {
  readonly code: number;
  readonly output: string;
}

/** A root folder that holds a few static programs and no library, like that of a small container. */
export interface BareRoot {
  /** Where a path of the inside lies on the outside. */
  outside(file: string): string;
  write(file: string, content: string): void;
  add(program: string, name: string): void;
  /** Runs a line of shell inside, where /proc is mounted for as long as it runs. */
  run(line: string, env?: NodeJS.ProcessEnv): Promise<Run>;
  remove(): void;
}

const APPLETS = ["cat", "cp", "find", "ls", "mkdir", "sh", "unzip"];

/** Makes one with busybox as its shell. */
export function makeBareRoot(busybox: string, chroot: string): BareRoot {
  const root = mkdtempSync(path.join(tmpdir(), "dialog360-root-"));
  const outside = (file: string) => path.join(root, file);
  for (const folder of ["bin", "etc", "home", "proc", "tmp"]) mkdirSync(outside(folder));
  const bare: BareRoot = {
    outside,
    write(file, content) {
      mkdirSync(path.dirname(outside(file)), { recursive: true });
      writeFileSync(outside(file), content);
    },
    add(program, name) {
      copyFileSync(program, outside(`bin/${name}`));
      chmodSync(outside(`bin/${name}`), 0o755);
    },
    run: (line, env = {}) => inside(root, chroot, line, env),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  bare.add(busybox, "busybox");
  for (const applet of APPLETS) symlinkSync("busybox", outside(`bin/${applet}`));
  return bare;
}

/** The mount is seen by this one process and its children, and gone with them. */
function inside(root: string, chroot: string, line: string, env: NodeJS.ProcessEnv): Promise<Run> {
  const mounted = `mount -t proc proc "$0/proc" && exec "${chroot}" "$0" /bin/sh -c "$1"`;
  const options = { env: { PATH: "/bin:/usr/bin:/sbin:/usr/sbin", HOME: "/home", ...env } };
  return new Promise((resolve) => {
    const args = ["--mount", "sh", "-c", mounted, root, line];
    const child = execFile("unshare", args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
