import { execFileSync } from "node:child_process";
import { devNull } from "node:os";
import { terraformBinary } from "./terraform";

/** The first versions that have a feature; null where no version of the program has it. */
export interface Since {
  readonly terraform: string | null;
  readonly tofu: string | null;
}

const printed = execFileSync(terraformBinary, ["version"], {
  encoding: "utf8",
  env: { ...process.env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
});
const [, program = "", version = ""] = /^(Terraform|OpenTofu) v([\d.]+)/m.exec(printed) ?? [];

/** The host at which the binary looks for a provider whose source names none. */
export const registryHost = program === "OpenTofu" ? "registry.opentofu.org" : "registry.terraform.io";

/** `describe` for a feature that the binary may lack: the suite is skipped then, and its title and a line say why. */
export function describeSince(feature: string, since: Since): (title: string, suite: () => void) => void {
  const first = program === "OpenTofu" ? since.tofu : since.terraform;
  if (first !== null && compare(version, first) >= 0) return describe;
  const reason = first === null ? `${program} has no ${feature}` : `${feature} came with ${program} ${first}`;
  process.stderr.write(`skipped with ${program} ${version}: ${reason}\n`);
  return (title, suite) => describe.skip(`${title} [skipped: ${reason}]`, suite);
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  const index = (right ?? []).findIndex((part, at) => part !== left?.[at]);
  return index === -1 ? 0 : (left?.[index] ?? 0) - (right?.[index] ?? 0);
}
