import { systemClock } from "../../../src/client";
import type { Outcome } from "../../protocol/core/core";
import type { Action, Configuration } from "../../protocol/core/plan";
import type { State } from "../../protocol/core/state";
import type { Runner, RunnerKind } from "../../protocol/sequences/runner";
import { diagnosticsIn } from "./diagnose";
import { ownProvider } from "./own-provider";
import type { Running } from "./terraform";
import { Workspace } from "./workspace";
import { settingsFor } from "./world";

/** The real binary and the executable, where the model of core would stand. */
export const terraformRunner: RunnerKind = {
  clock: systemClock,
  pass: null,
  async open(listening, variables) {
    const more = Object.entries(variables).map(([name, value]) => [`DIALOG360_${name}`, value]);
    const workspace = await Workspace.open({ ...settingsFor(listening), ...Object.fromEntries(more) });
    await workspace.configure("");
    const provider = await ownProvider(workspace, "the executable");
    return runnerIn(workspace, provider.running);
  },
};

function runnerIn(workspace: Workspace, providers: () => Promise<readonly number[]>): Runner {
  let state: State = new Map();
  let applying: Running | null = null;
  return {
    get state() {
      return state;
    },
    async plan(config) {
      await configure(workspace, config);
      const { changes } = await workspace.plan();
      return { changes: changes.map(({ address, actions }) => ({ address, action: actionOf(actions) })) };
    },
    async apply(config) {
      await configure(workspace, config);
      applying = workspace.start("apply", "-json", "-auto-approve", "-input=false");
      const { stdout } = await applying.done;
      applying = null;
      state = await readState(workspace);
      return outcomeOf(stdout);
    },
    async forget(address) {
      await workspace.run("state", "rm", address);
      state = await readState(workspace);
    },
    interrupt: async () => applying?.interrupt(),
    async killProvider() {
      for (const pid of await providers()) kill(pid);
    },
    close: () => workspace.close(),
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // One that ended by itself meanwhile is just as well.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** As JSON, the other way to write a configuration. */
async function configure(workspace: Workspace, { resources = {}, ...rest }: Configuration): Promise<void> {
  const byType: Record<string, Record<string, object>> = {};
  for (const [address, attributes] of Object.entries(resources)) {
    const [type = "", name = ""] = address.split(".");
    byType[type] = { ...byType[type], [name]: attributes };
  }
  const moved = rest.moved ?? [];
  const removed = (rest.removed ?? []).map((from) => ({ from, lifecycle: { destroy: false } }));
  // Without any resource there may be no such block.
  const resource = Object.keys(resources).length === 0 ? {} : { resource: byType };
  await workspace.write("story.tf.json", JSON.stringify({ ...resource, moved, removed }));
}

function actionOf(actions: readonly string[]): Action {
  return actions.length > 1 ? "replace" : (actions[0] as Action);
}

async function readState(workspace: Workspace): Promise<State> {
  const text = await workspace.read("terraform.tfstate").catch(() => '{"resources":[]}');
  const { resources } = JSON.parse(text) as { resources: readonly ResourceJson[] };
  return new Map(
    resources.flatMap(({ type, name, instances }) =>
      instances.map(({ attributes, status }) => [
        `${type}.${name}`,
        {
          attributes: JSON.stringify(attributes),
          private: new Uint8Array(),
          tainted: status === "tainted",
        },
      ]),
    ),
  );
}

interface ResourceJson {
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly attributes: object; readonly status?: string }[];
}

function outcomeOf(stdout: string): Outcome {
  const messages = diagnosticsIn(stdout).map(({ severity, summary, detail = "", address = "" }) => ({
    severity,
    address,
    summary,
    detail,
  }));
  return { messages, errors: messages.filter(({ severity }) => severity === "error") };
}
