import type { Toys } from "../../toy/echo";
import { toyProvider } from "../../toy/provider";
import { type Recorder, record } from "../../toy/recorder";
import { Workspace } from "./workspace";

jest.setTimeout(60_000);

/** What names the provider in a configuration. */
export const required =
  'terraform {\n  required_providers {\n    toy = {\n      source = "example/toy"\n    }\n  }\n}\n';

/** A folder whose provider is the toy, served inside this process. */
export interface Stage {
  readonly world: Toys;
  readonly recorder: Recorder;
  readonly workspace: Workspace;
}

const open: Stage[] = [];
afterAll(async () => {
  for (const { recorder, workspace } of open) {
    await workspace.close();
    await recorder.close();
  }
});

/** Opens one with this configuration; it is closed at the end of the test file. */
export async function stage(hcl: string, options?: { version: number }): Promise<Stage> {
  const world: Toys = new Map();
  const recorder = await record(toyProvider(world, options));
  const workspace = await Workspace.open({ TF_REATTACH_PROVIDERS: recorder.reattach });
  await workspace.write("main.tf", required + hcl);
  const opened = { world, recorder, workspace };
  open.push(opened);
  return opened;
}
