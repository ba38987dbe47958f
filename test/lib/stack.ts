import { rmSync } from "node:fs";
import { App, TerraformStack, Testing } from "cdktf";
import { Dialog360 } from "../../lib";

/** What a stack came to, without the framework's notes. */
export interface Synthesised {
  readonly provider?: Readonly<Record<string, readonly Attributes[]>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly output?: Readonly<Record<string, Attributes>>;
}

export type Attributes = Readonly<Record<string, unknown>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the provider needs. CDK Terrain asks for it where a write-only argument is set. */
const targetVersions = { terraform: ">=1.11", opentofu: ">=1.11" };

/** An app that knows no command line tool. The framework makes a folder for each, which goes with the file's tests. */
export function testApp(): App {
  const app = Testing.app({ context: { targetVersions } });
  folders.push(app.outdir);
  return app;
}

/** A stack with the provider in it, and with what a test puts there. */
export function stackOf(build: (stack: TerraformStack) => void): TerraformStack {
  const stack = new TerraformStack(testApp(), "tracking");
  new Dialog360(stack, "dialog360");
  build(stack);
  return stack;
}

/** The JSON that Terraform would read. */
export function synth(build: (stack: TerraformStack) => void): Synthesised {
  return JSON.parse(Testing.synth(stackOf(build), true)) as Synthesised;
}

/** The HCL that Terraform would read. */
export function synthHcl(build: (stack: TerraformStack) => void): string {
  return Testing.synthHcl(stackOf(build), true) as string;
}

/** What the validation says, one line for each finding; empty where all is well. */
export function findings(build: (stack: TerraformStack) => void): string[] {
  const stack = stackOf(build);
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((problem) => `[${node.path}] ${problem}`));
}

/** The warnings and errors that constructs have left. */
export function notes(stack: TerraformStack): string[] {
  const app = App.of(stack);
  return app.node
    .findAll()
    .flatMap(({ node }) => node.metadata.map(({ type, data }) => `[${node.path}] ${type} ${String(data)}`))
    .filter((note) => note.includes("] @cdkt"));
}

/** The tracking resources, by name. */
export function trackings({ resource }: Synthesised): Readonly<Record<string, Attributes>> {
  return resource?.["dialog360_channel_ctwa_tracking"] ?? {};
}

/** The fleets, by name. */
export function fleets({ resource }: Synthesised): Readonly<Record<string, Attributes>> {
  return resource?.["dialog360_ctwa_tracking_fleet"] ?? {};
}
