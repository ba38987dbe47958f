import { type Provider, serveInProcess } from "..";
import { stepMistakes } from "./check-steps";
import { failureOf, importProblems, planProblem, StepError, stateProblems } from "./expectations";
import type { Step } from "./steps";
import { type Run, Workspace } from "./workspace";

/** What is tested, and how. */
export interface ProviderTest {
  /** Steps, which happen one after the other in one folder. */
  readonly steps: readonly Step[];
  /** Name or path of the binary. @default what TERRAFORM_BINARY names, else terraform */
  readonly binary?: string;
  /** Environment variables beside those of this process; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Exit codes of a plan without and with changes. */
const PLANNED = [0, 2];

/**
 * Runs steps with the real binary against a provider inside this process, so that breakpoints and spies work. Checks
 * the definition first (checkProvider). Destroys everything at the end, also after a step that failed.
 * @throws StepError naming the step, what was expected, and what happened instead
 */
export async function testProvider(
  provider: Provider,
  { steps, binary, env = {} }: ProviderTest,
): Promise<void> {
  const mistakes = stepMistakes(steps);
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  const server = await serveInProcess(provider);
  const workspace = await Workspace.open({
    binary: binary ?? (process.env["TERRAFORM_BINARY"] || "terraform"),
    env: { ...process.env, CHECKPOINT_DISABLE: "1", ...env, TF_REATTACH_PROVIDERS: server.reattach },
    provider: { name: provider.name, address: provider.address },
  });
  const configs = configsOf(steps);
  try {
    for (const [index, step] of steps.entries()) {
      await take(workspace, { ...step, config: configs[index] ?? "" }, index + 1);
    }
    const left = await clearUp(workspace, configs);
    throwFirst(steps.length, [left && failureOf("destroy", left)]);
  } catch (error) {
    // The step's error is the one to report.
    await clearUp(workspace, configs).catch(() => {});
    throw error;
  } finally {
    await workspace.remove();
    await server.close();
  }
}

/** The configuration of each step: its own, else that of the step before. */
function configsOf(steps: readonly Step[]): readonly string[] {
  let config = "";
  return steps.map((step) => {
    config = step.config ?? config;
    return config;
  });
}

/** Destroys what the state holds, with the last configuration that is valid; undefined if it holds nothing. */
async function clearUp(workspace: Workspace, configs: readonly string[]): Promise<Run | undefined> {
  if ((await workspace.state()).size === 0) return undefined;
  let last: Run | undefined;
  for (const config of new Set([...configs].reverse())) {
    await workspace.configure(config);
    last = await workspace.destroy();
    if (last.code === 0) return last;
  }
  return last;
}

async function take(
  workspace: Workspace,
  step: Step & { readonly config: string },
  number: number,
): Promise<void> {
  await workspace.configure(step.config);
  for (const [address, id] of Object.entries(step.import ?? {})) {
    const imported = await workspace.import(address, id);
    if (imported.code === 1 && step.error !== undefined) return expectMatch(imported, step.error, number);
    throwFirst(number, [failureOf(`import ${address}`, imported)]);
  }
  if (step.error !== undefined) return expectError(workspace, step, step.error, number);
  throwFirst(number, [failureOf("plan", await workspace.plan(), PLANNED)]);
  if (step.plan !== undefined) throwFirst(number, [planProblem(step.plan, await workspace.changes())]);
  if (step.apply !== false) await apply(workspace, number);
  const state = await workspace.state();
  throwFirst(number, stateProblems(step.state ?? {}, state));
  for (const [address, wanted] of Object.entries(step.importVerify ?? {})) {
    const { id, ignore } = typeof wanted === "object" ? wanted : { id: wanted, ignore: [] };
    const given = typeof id === "string" ? id : id(state.get(address) ?? {});
    throwFirst(number, await verifyImport(workspace, step.config, { address, id: given, ignore }));
  }
  await step.check?.({ folder: workspace.folder, state });
}

async function apply(workspace: Workspace, number: number): Promise<void> {
  throwFirst(number, [failureOf("apply", await workspace.applyPlan())]);
  throwFirst(number, [failureOf("plan", await workspace.plan(), PLANNED)]);
  const problem = planProblem("empty", await workspace.changes());
  throwFirst(number, [problem && `after the apply ${problem}`]);
}

async function expectError(workspace: Workspace, step: Step, error: RegExp, number: number): Promise<void> {
  const planned = await workspace.plan();
  const failed = planned.code !== 1 && step.apply !== false ? await workspace.applyPlan() : planned;
  if (failed.code !== 1)
    throw new StepError(number, `an error that matches ${error} was expected, and there was none.`);
  expectMatch(failed, error, number);
}

function expectMatch({ text }: Run, error: RegExp, number: number): void {
  if (error.test(text)) return;
  throw new StepError(number, `an error that matches ${error} was expected, and it was: ${text}`);
}

interface ImportToVerify {
  readonly address: string;
  readonly id: string;
  readonly ignore: readonly string[];
}

/** Imports into another folder, so that the state of the test stays as it is. */
async function verifyImport(
  tested: Workspace,
  config: string,
  { address, id, ignore }: ImportToVerify,
): Promise<readonly (string | undefined)[]> {
  const other = await Workspace.open(tested.setup);
  try {
    await other.configure(config);
    const failure = failureOf(`import ${address}`, await other.import(address, id));
    if (failure !== undefined) return [failure];
    const kept = (await tested.state()).get(address) ?? {};
    const imported = (await other.state()).get(address) ?? {};
    return importProblems(address, { kept, imported }, ignore);
  } finally {
    await other.remove();
  }
}

function throwFirst(step: number, problems: readonly (string | undefined)[]): void {
  const first = problems.find((problem) => problem !== undefined && problem !== "");
  if (first !== undefined) throw new StepError(step, first);
}
