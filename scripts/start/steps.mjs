// Runs the real binary, showing each command before it, and holds it to the outcome that was promised.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { takeRequests } from "../tools/simulator.mjs";
import * as screen from "./screen.mjs";
import { resultOf, shorten } from "./shorten.mjs";

const DONE = 0;
const CHANGES = 2;
const SAVED = "tfplan";

/** Steps of the demonstration, run one after the other in one folder. */
export class Steps {
  /** @type {screen.Row[]} */
  #rows = [];
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #running;

  /**
   * @param {{ binary: string, provider: string, project: string, env: Record<string, string>, url: string, log: string }} place
   *   `provider` is its executable, `url` the simulator's, `log` the file that keeps all that the programs print
   */
  constructor({ binary, provider, project, env, url, log }) {
    this.binary = binary;
    this.provider = provider;
    this.project = project;
    this.env = { ...process.env, ...env };
    this.url = url;
    this.log = log;
  }

  /** Asks the command that runs now to end; the step then fails. */
  stop() {
    this.#running?.kill("SIGINT");
  }

  /** One row for each step that was done. */
  get rows() {
    return this.#rows;
  }

  /**
   * Says what comes next, does it, and notes its time and requests.
   * @param {{ title: string, step: string }} words `title` is the heading, `step` its name in the closing table
   * @param {() => Promise<string>} work resolves to what happened, for the closing table
   */
  async step({ title, step }, work) {
    screen.heading(title);
    const started = Date.now();
    const happened = await work();
    const seconds = (Date.now() - started) / 1000;
    this.#rows.push({ step, happened, seconds, requests: await takeRequests(this.url) });
  }

  /** Downloads nothing: the provider comes from the mirror. */
  async init() {
    await this.run(["init", "-input=false"]);
  }

  /** A plan that has to be empty. */
  async planNothing() {
    await this.run(["plan", "-input=false", "-detailed-exitcode"]);
  }

  /** A plan that has to show changes, and the apply of exactly that plan. Resolves to what Terraform did. */
  async planAndApply() {
    await this.run(["plan", "-input=false", "-detailed-exitcode", `-out=${SAVED}`], { expected: CHANGES });
    return resultOf(await this.run(["apply", "-input=false", SAVED]));
  }

  /** Destroys everything without a question. Resolves to what Terraform did. */
  async destroy() {
    return resultOf(await this.run(["destroy", "-input=false", "-auto-approve"]));
  }

  /**
   * Holds the state against the hub with the provider's own command. Resolves to the first line of the report.
   * @param {string} out the beginning of the report's files
   */
  async report(out) {
    const state = path.join(this.project, "state.json");
    await writeFile(state, await this.#run(this.binary, ["show", "-json"], { quiet: true }));
    const args = ["report", "--managed", state, "--format", "table,html", "--out", out];
    await this.#run(this.provider, args, { quiet: true });
    const text = await readFile(`${out}.txt`, "utf8");
    screen.lines(text);
    return text.split("\n")[0] ?? "";
  }

  /**
   * Runs Terraform; any exit code but the expected one ends the demonstration.
   * @param {readonly string[]} args
   * @param {{ expected?: number }} [options]
   * @returns {Promise<string>} what it printed
   */
  run(args, { expected = DONE } = {}) {
    return this.#run(this.binary, args, { expected });
  }

  /**
   * @param {string} program
   * @param {readonly string[]} args
   * @param {{ expected?: number, quiet?: boolean }} [options] quiet: what it prints is for a program
   */
  async #run(program, args, { expected = DONE, quiet = false } = {}) {
    const typed = [program, ...args]
      .map((word) => (path.isAbsolute(word) ? path.basename(word) : word))
      .join(" ");
    screen.command(typed);
    const { output, code } = await this.#output(program, quiet ? args : [...args, "-no-color"]);
    await appendFile(this.log, `$ ${typed}\n${output}\n`);
    if (code !== expected) {
      console.error(output);
      throw new Error(`"${typed}" ended with exit code ${code}, expected was ${expected}.`);
    }
    if (!quiet) for (const line of shorten(output)) screen.told(line);
    return output;
  }

  /**
   * @param {string} program
   * @param {readonly string[]} args
   */
  async #output(program, args) {
    const child = spawn(program, args, {
      cwd: this.project,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#running = child;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    const [code] = await once(child, "close");
    this.#running = undefined;
    return { output, code };
  }
}
