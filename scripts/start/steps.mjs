// Runs the real binary, showing each command before it, and holds it to the outcome that was promised.
import { spawn } from "node:child_process";
import { once } from "node:events";

const EMPTY = 0;
const CHANGES = 2;

/** Steps of the demonstration, run one after the other in one folder. */
export class Steps {
  #count = 0;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #running;

  /** @param {{ binary: string, project: string, env: Record<string, string> }} place */
  constructor({ binary, project, env }) {
    this.binary = binary;
    this.project = project;
    this.env = { ...process.env, ...env };
  }

  /** Asks the command that runs now to end; the step then fails. */
  stop() {
    this.#running?.kill("SIGINT");
  }

  /** How many commands were run. */
  get count() {
    return this.#count;
  }

  /**
   * Says what comes next.
   * @param {string} text
   */
  title(text) {
    console.log(`\n── ${text}\n`);
  }

  /**
   * Runs the binary; any exit code but the expected one ends the demonstration.
   * @param {string[]} args
   * @param {number} [expected]
   */
  async run(args, expected = EMPTY) {
    const words = process.stdout.isTTY ? args : [...args, "-no-color"];
    console.log(`$ ${this.binary} ${args.join(" ")}`);
    const child = spawn(this.binary, words, {
      cwd: this.project,
      env: this.env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    this.#running = child;
    const [code] = await once(child, "exit");
    this.#running = undefined;
    this.#count += 1;
    if (code !== expected) {
      throw new Error(
        `"${this.binary} ${args.join(" ")}" ended with exit code ${code}, expected was ${expected}.`,
      );
    }
  }

  /** A plan that has to be empty. */
  planNothing() {
    return this.run(["plan", "-input=false", "-detailed-exitcode"], EMPTY);
  }

  /** A plan that has to show changes. */
  planChanges() {
    return this.run(["plan", "-input=false", "-detailed-exitcode"], CHANGES);
  }

  /** An apply without questions. */
  apply() {
    return this.run(["apply", "-input=false", "-auto-approve"]);
  }
}
