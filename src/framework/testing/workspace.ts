import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** How a run of the binary ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  /** All that was printed, without frames, with line breaks as spaces. */
  readonly text: string;
}

/** An object as the state holds it. */
export type StateObject = Readonly<Record<string, unknown>>;

/** A change as the binary's JSON describes it, in part. */
export interface PlannedChange {
  readonly address: string;
  readonly change: { readonly actions: readonly string[] };
}

interface Module {
  readonly resources?: readonly { readonly address: string; readonly values: StateObject }[];
  readonly child_modules?: readonly Module[];
}

/** What every run of a test shares. */
export interface Setup {
  readonly binary: string;
  readonly env: NodeJS.ProcessEnv;
  /** The provider's local name and its source address. */
  readonly provider: { readonly name: string; readonly address: string };
}

const PLAN = "test.tfplan";
const PLAIN = ["-input=false", "-no-color"];

/** A temporary folder with a configuration and a state, in which the binary runs. */
export class Workspace {
  private constructor(
    readonly folder: string,
    readonly setup: Setup,
  ) {}

  /** Makes the folder; the configuration names the provider's source. */
  static async open(setup: Setup): Promise<Workspace> {
    const folder = await mkdtemp(path.join(tmpdir(), "provider-test-"));
    const { name, address } = setup.provider;
    const settings = { terraform: { required_providers: { [name]: { source: address } } } };
    await writeFile(path.join(folder, "provider.tf.json"), JSON.stringify(settings));
    return new Workspace(folder, setup);
  }

  async configure(config: string): Promise<void> {
    await writeFile(path.join(this.folder, "main.tf"), config);
    await this.run("init", ...PLAIN);
  }

  plan(): Promise<Run> {
    return this.run("plan", ...PLAIN, "-detailed-exitcode", `-out=${PLAN}`);
  }

  applyPlan(): Promise<Run> {
    return this.run("apply", ...PLAIN, PLAN);
  }

  import(address: string, id: string): Promise<Run> {
    return this.run("import", ...PLAIN, address, id);
  }

  destroy(): Promise<Run> {
    return this.run("destroy", ...PLAIN, "-auto-approve");
  }

  /** Changes of the plan that was made last, without those that do nothing. */
  async changes(): Promise<readonly PlannedChange[]> {
    const { resource_changes = [] } = await this.#json<{ resource_changes?: PlannedChange[] }>(
      "show",
      "-json",
      PLAN,
    );
    return resource_changes.filter(({ change }) => change.actions.join() !== "no-op");
  }

  /** Objects of the state, by address. */
  async state(): Promise<ReadonlyMap<string, StateObject>> {
    const { values } = await this.#json<{ values?: { root_module?: Module } }>("show", "-json");
    return new Map(objectsIn(values?.root_module ?? {}));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async #json<T>(...args: string[]): Promise<T> {
    const { stdout, text } = await this.run(...args);
    // OpenTofu prints warnings about its own settings before the JSON, which is one line.
    const json = stdout.split("\n").find((line) => line.startsWith("{"));
    if (json === undefined) throw new Error(`"${args.join(" ")}" printed no JSON: ${text}`);
    return JSON.parse(json) as T;
  }

  /** Runs the binary; a run that could not be started rejects. */
  run(...args: string[]): Promise<Run> {
    const { binary, env } = this.setup;
    return new Promise((resolve, reject) => {
      const child = spawn(binary, args, { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"] });
      const printed = { stdout: "", all: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        printed.stdout += text;
        printed.all += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        printed.all += text;
      });
      child.on("error", () =>
        reject(
          new Error(`${binary} cannot be started. TERRAFORM_BINARY or \`binary\` names another program.`),
        ),
      );
      child.on("close", (code) =>
        resolve({ code, stdout: printed.stdout, text: printed.all.replace(/[│╷╵\s]+/g, " ").trim() }),
      );
    });
  }
}

function objectsIn({ resources = [], child_modules = [] }: Module): [string, StateObject][] {
  return [
    ...resources.map(({ address, values }): [string, StateObject] => [address, values]),
    ...child_modules.flatMap(objectsIn),
  ];
}
