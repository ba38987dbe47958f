import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProgressRecord } from "../../progress-record";
import type { CommandModule } from "../command";
import type { Output } from "../output";
import { parseCommand, UsageError } from "../usage-error";
import { describeEnd, describeProgress, drawBar } from "./draw";
import { sightOf, Watch } from "./watch";

const LOOK_EVERY_MS = 500;
/** Without a terminal, a log gets a line this often. */
const LINE_EVERY_MS = 10_000;

/** The command `progress`: draws how far an apply is, and ends with it. */
export const progress: CommandModule = {
  options: () =>
    "  --total N   draw the bar for N switches: Terraform hands separate blocks over a few at a time, so that\n              the file alone does not know how many there are",
  async run(argv, output) {
    const { values, positionals } = parseCommand(argv, { total: { type: "string" } });
    const [file, ...more] = positionals;
    if (file === undefined || file === "") throw new UsageError("Name the file that progress_path names.");
    if (more.length > 0) throw new UsageError(`One file is watched at a time, not ${positionals.length}.`);
    return await follow(file, totalOf(values.total), output);
  },
};

function totalOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const total = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(total)) return total;
  throw new UsageError(`--total takes a number of switches, not ${JSON.stringify(text)}.`);
}

async function follow(file: string, total: number, output: Output): Promise<number> {
  const watch = new Watch(Date.now());
  const screen = screenOf(output, total);
  for (;;) {
    const step = watch.look(sightOf(await tryRead(file)), Date.now());
    if (step.kind === "unusable") {
      screen.leave();
      throw new UsageError(`${file} is no progress file of this provider.`);
    }
    if (step.kind === "waiting") screen.wait(file, step.earlier);
    else screen.show(step.record);
    if (step.kind === "ended") {
      screen.end(describeEnd(step.record, total));
      return step.record.outcome === "complete" ? 0 : 1;
    }
    if (step.kind === "died") {
      screen.end(
        `The provider process ${step.record.process_id} has died or was killed: the file has not changed for 15 s.`,
      );
      return 1;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** @throws UsageError for what no waiting mends */
async function tryRead(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    const problem = PROBLEMS[String(code)] ?? `cannot be read (${String(code)})`;
    throw new UsageError(`${file} ${problem}.`);
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: "may not be read by this user; the one who runs Terraform may",
  EPERM: "may not be read by this user; the one who runs Terraform may",
  EISDIR: "is a directory; name a file",
  ENOTDIR: "cannot exist: a part of its path is no directory",
};

/** Where the progress is shown. */
interface Screen {
  wait(file: string, earlier: ProgressRecord | null): void;
  show(record: ProgressRecord): void;
  end(text: string): void;
  /** Ends a line that is drawn over. */
  leave(): void;
}

function screenOf({ stdout }: Output, total: number): Screen {
  const isTerminal = stdout.isTTY === true;
  let waits = false;
  let drawn = false;
  let lastLine = "";
  let lineAt = Number.NEGATIVE_INFINITY;
  const leave = () => {
    if (drawn) stdout.write("\n");
    drawn = false;
  };
  return {
    leave,
    wait(file, earlier) {
      if (waits) return;
      waits = true;
      const what = earlier === null ? "" : `${file} is left from an earlier apply (${earlier.updated_at}). `;
      stdout.write(`${what}Waiting for an apply that writes ${file}.\n`);
    },
    show(record) {
      if (isTerminal) {
        stdout.write(`\r${drawBar(record, total, Date.now(), stdout.columns ?? 80)}\x1b[K`);
        drawn = true;
        return;
      }
      const line = describeProgress(record, total, Date.now());
      if (line === lastLine || Date.now() - lineAt < LINE_EVERY_MS) return;
      lastLine = line;
      lineAt = Date.now();
      stdout.write(`${line}\n`);
    },
    end(text) {
      leave();
      stdout.write(`${text}\n`);
    },
  };
}
