import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const constructs = path.resolve(__dirname, "../../../../lib/constructs");

/** What stands in an empty project that uses the packed library with one framework. */
export function filesFor(framework: string): Readonly<Record<string, string>> {
  const names = "ClientTracking, CtwaTracking, Dialog360, OnDestroy, SignalsConfiguration";
  const door = `terraform-provider-dialog360/${framework}`;
  const required = `const { App, TerraformStack } = require("${framework}");\nconst { ${names} } = require("${door}");\n`;
  const imported = `import { App, TerraformStack } from "${framework}";\nimport { ${names} } from "${door}";\n`;
  const typed = imported + types(framework) + body + wrong;
  return {
    "main.cjs": required + body,
    "main.mjs": imported + body,
    "main.ts": typed,
    "module.mts": typed,
    "examples.ts": examples(framework, names),
    "tsconfig.init.json": tsconfig(initOptions, ["main.ts", "guide.ts"]),
    "tsconfig.node16.json": tsconfig({ module: "node16", target: "es2022" }, [
      "main.ts",
      "module.mts",
      "examples.ts",
    ]),
    "tsconfig.bundler.json": tsconfig({ module: "preserve", moduleResolution: "bundler", target: "es2022" }, [
      "main.ts",
      "module.mts",
      "examples.ts",
    ]),
  };
}

/**
 * The kinds of type check that a project may choose; skipLibCheck is false in each. TypeScript 7 no longer knows how
 * "module: CommonJS" used to look for packages, and 5.9 takes five times as long for the others.
 */
export const checks = [
  { name: "init", compiler: "typescript" },
  { name: "node16", compiler: "typescript7" },
  { name: "bundler", compiler: "typescript7" },
] as const;

const body = `
const app = new App();
const stack = new TerraformStack(app, "packed");
new Dialog360(stack, "dialog360", { partnerId: "examplePA" });
const berlin = new CtwaTracking(stack, "berlin", { channelId: "berlinCH", onDestroy: OnDestroy.KEEP });
const bakery = new ClientTracking(stack, "bakery", {
  clientId: "bakeryCL",
  channelIds: ["viennaCH", "grazCH"],
  timeouts: { create: "10m" },
});
new SignalsConfiguration(stack, "signals", { clientId: "exampleCL", after: [berlin, bakery] });
app.synth();
`;

/** Names that exist for the compiler alone. */
const types = (framework: string) => `
import type { IResolvable } from "${framework}";
import {
  ChannelCtwaTracking,
  type ChannelCtwaTrackingConfig,
  type CtwaTrackingProps,
  type Dialog360Props,
  type Tracked,
} from "terraform-provider-dialog360/${framework}";
export const props: CtwaTrackingProps = { phoneNumber: "+4915550000001" };
export const settings: Dialog360Props = { maxRetries: 2 };
export const config: ChannelCtwaTrackingConfig = { channelId: "berlinCH" };
export const type: string = ChannelCtwaTracking.tfResourceType;
export const enabled = (tracking: CtwaTracking): IResolvable => tracking.enabled;
export const all = (tracked: readonly Tracked[]): number => tracked.length;
`;

/** What the compiler has to refuse; the framework's own stacks go into its constructs without a word. */
const wrong = `
export function refused(): void {
  // @ts-expect-error: a word in place of the enum
  new CtwaTracking(stack, "word", { channelId: "a", onDestroy: "keep" });
  // @ts-expect-error: a setting that does not exist
  new CtwaTracking(stack, "other", { channelId: "a", enable: true });
  // @ts-expect-error: a client is needed
  new ClientTracking(stack, "client", { channelIds: [] });
}
`;

/** Every example of a doc comment, each in a block of its own. */
function examples(framework: string, names: string): string {
  const files = readdirSync(constructs).map((file) => readFileSync(path.join(constructs, file), "utf8"));
  const found = files.flatMap((text) =>
    [...text.matchAll(/@example\n([\s\S]*?)\n ?\*\//g)].map(([, code = ""]) => code),
  );
  const blocks = found.map((code) => `{\n${code.replace(/^ ?\* ?/gm, "")}\n}`);
  const doors = `${names}, CtwaFleet, ReportedTracking, type ClientTrackingProps, type CtwaTrackingProps, type Dialog360Props`;
  return `
import { TerraformOutput, TerraformStack } from "${framework}";
import type { Construct } from "constructs";
import { ${doors}, type CtwaFleetProps, KeywordPostback, type KeywordPostbackProps, OnCreate, type SignalsConfigurationProps, type Tracked, type TrackingOptions } from "terraform-provider-dialog360/${framework}";
declare const berlin: CtwaTracking, tracking: CtwaTracking, bakery: ClientTracking, signals: SignalsConfiguration;
export class Examples extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
${blocks.join("\n")}
  }
}
`;
}

/** As "cdktf init --template=typescript" writes it, but for skipLibCheck. */
const initOptions = {
  alwaysStrict: true,
  declaration: true,
  experimentalDecorators: true,
  inlineSourceMap: true,
  inlineSources: true,
  lib: ["es2018"],
  module: "CommonJS",
  noEmitOnError: true,
  noFallthroughCasesInSwitch: true,
  noImplicitAny: true,
  noImplicitReturns: true,
  noImplicitThis: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  resolveJsonModule: true,
  strictNullChecks: true,
  strictPropertyInitialization: true,
  stripInternal: true,
  target: "ES2018",
};

function tsconfig(options: object, files: readonly string[]): string {
  const compilerOptions = { strict: true, types: ["node"], ...options, skipLibCheck: false };
  return JSON.stringify({ compilerOptions, files });
}
