import { access, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { mayOnlyRead } from "./only-reads";
import { type Run, type Running, startTerraform } from "./terraform";

const root = path.resolve(__dirname, "../../..");

/** The executable that `npm run build` makes, and that every acceptance test lets Terraform start. */
export const executable = path.join(root, "dist/terraform-provider-dialog360");

/** A change that a plan proposes, as `terraform show -json` tells it. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** A plan: how the command ended, and what it would change. Exit code 0 is an empty plan, 2 one with changes. */
export interface Plan extends Run {
  readonly changes: readonly PlannedChange[];
}

/** A folder with a configuration in which the real binary runs, with the built provider and no network. */
export class Workspace {
  private readonly running = new Set<Running>();
  private watch: ((args: readonly string[]) => () => void) | null = null;

  private constructor(
    readonly folder: string,
    private env: NodeJS.ProcessEnv,
  ) {}

  /** Makes an empty one. `env` holds the provider's settings. */
  static async open(env: NodeJS.ProcessEnv = {}): Promise<Workspace> {
    await access(executable).catch(() => {
      throw new Error(`${executable} is missing: run "npm run build" first (npm test does).`);
    });
    const folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-acceptance-"));
    const rc = path.join(folder, "terraform.rc");
    await writeFile(rc, overrides(path.dirname(executable)));
    return new Workspace(folder, { ...baseEnvironment(folder, rc), ...env });
  }

  /** Changes the environment of later runs; undefined takes a variable away. */
  setEnv(changes: NodeJS.ProcessEnv): void {
    this.env = { ...this.env, ...changes };
  }

  /** Lets later runs start the provider that lies in this folder. */
  async useProviderIn(folder: string): Promise<void> {
    await this.write("terraform.rc", overrides(folder));
  }

  /** Writes the configuration: the resources and data blocks, behind the block that names the provider. */
  async configure(hcl: string, providerBlock = 'provider "dialog360" {}'): Promise<void> {
    await this.write("main.tf", `${requiredProviders}\n${providerBlock}\n${hcl}\n`);
  }

  /** Writes any file of the folder, or below it. */
  async write(file: string, content: string, mode = 0o644): Promise<void> {
    const place = path.join(this.folder, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content, { mode });
  }

  /** Reads any file of the folder. */
  async read(file: string): Promise<string> {
    return await readFile(path.join(this.folder, file), "utf8");
  }

  /** Runs the binary with just these arguments. */
  run(...args: readonly string[]): Promise<Run> {
    return this.start(...args).done;
  }

  /** Starts the binary with just these arguments; a run that may only read fails where it wrote. */
  start(...args: readonly string[]): Running {
    const check = mayOnlyRead(args) ? this.watch?.(args) : undefined;
    const running = startTerraform(args, this.folder, this.env);
    this.running.add(running);
    const ended = () => void this.running.delete(running);
    running.done.then(ended, ended);
    const done = running.done.then((run) => {
      check?.();
      return run;
    });
    return { ...running, done };
  }

  /** Watches each later run that may only read: `begin` is called before it, and what that returns after it. */
  watchReads(begin: (args: readonly string[]) => () => void): void {
    this.watch = begin;
  }

  /** `apply -auto-approve`; fails the test when it does. */
  async apply(...args: readonly string[]): Promise<Run> {
    return succeeded(await this.run("apply", "-auto-approve", "-input=false", "-no-color", ...args));
  }

  /** `destroy -auto-approve`; fails the test when it does. */
  async destroy(...args: readonly string[]): Promise<Run> {
    return succeeded(await this.run("destroy", "-auto-approve", "-input=false", "-no-color", ...args));
  }

  /** `plan -detailed-exitcode`, with the changes that it proposes. */
  async plan(...args: readonly string[]): Promise<Plan> {
    const file = path.join(this.folder, "plan.bin");
    await rm(file, { force: true });
    const run = await this.run(
      "plan",
      "-detailed-exitcode",
      "-input=false",
      "-no-color",
      `-out=${file}`,
      ...args,
    );
    return { ...run, changes: run.code === 2 ? await this.changesOf(file) : [] };
  }

  /** The changes in a saved plan. */
  async changesOf(planFile: string): Promise<readonly PlannedChange[]> {
    const { stdout } = succeeded(await this.run("show", "-json", planFile));
    const plan = JSON.parse(stdout) as { resource_changes?: readonly ChangeJson[] };
    return (plan.resource_changes ?? [])
      .map(({ address, change }) => ({
        address,
        actions: change.actions,
        before: change.before,
        after: change.after,
        unknown: change.after_unknown ?? {},
      }))
      .filter(({ actions }) => actions.some((action) => action !== "no-op" && action !== "read"));
  }

  /** Attribute values of everything in the state, by address, as its file has them: no run is needed for that. */
  async state(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
    const text = await this.read("terraform.tfstate").catch(() => '{"resources":[]}');
    const { resources } = JSON.parse(text) as StateJson;
    return Object.fromEntries(
      resources.flatMap((resource) =>
        resource.instances
          .filter(({ deposed }) => deposed === undefined)
          .map((instance) => [addressIn(resource, instance), instance.attributes]),
      ),
    );
  }

  /** Ends what a failed test left running, and removes the folder. */
  async close(): Promise<void> {
    const left = [...this.running];
    for (const run of left) run.kill();
    await Promise.allSettled(left.map(({ done }) => done));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Says what the binary printed, where it was expected to succeed and did not. */
export function succeeded(run: Run): Run {
  if (run.code !== 0) throw new Error(`exit code ${run.code}:\n${run.output}`);
  return run;
}

const requiredProviders = `terraform {
  required_providers {
    dialog360 = {
      source = "dialog360/dialog360"
    }
  }
}`;

function overrides(folder: string): string {
  const hosts = ["registry.terraform.io", "registry.opentofu.org"];
  const lines = hosts.map((host) => `    "${host}/dialog360/dialog360" = ${JSON.stringify(folder)}`);
  return `provider_installation {\n  dev_overrides {\n${lines.join("\n")}\n  }\n  direct {}\n}\n`;
}

/** Nothing of the user's own settings reaches the runs; no run looks outward for updates. */
function baseEnvironment(folder: string, rc: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: folder,
    TMPDIR: process.env["TMPDIR"],
    TF_CLI_CONFIG_FILE: rc,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

interface ChangeJson {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: PlannedChange["before"];
    readonly after: PlannedChange["after"];
    readonly after_unknown?: PlannedChange["unknown"];
  };
}

interface StateJson {
  readonly resources: readonly ResourceJson[];
}

interface ResourceJson {
  readonly module?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly instances: readonly InstanceJson[];
}

interface InstanceJson {
  readonly index_key?: string | number;
  readonly deposed?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function addressIn({ module, mode, type, name }: ResourceJson, { index_key: key }: InstanceJson): string {
  const parts = [module, mode === "data" ? "data" : undefined, type, name];
  const path = parts.filter((part) => part !== undefined).join(".");
  return key === undefined ? path : `${path}[${JSON.stringify(key)}]`;
}
