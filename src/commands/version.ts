import { version as providerVersion } from "../version";
import type { CommandModule } from "./command";
import { parseArguments } from "./usage-error";

/** The command `version`: the provider's version and what it runs on. */
export const version: CommandModule = {
  options: () => "",
  async run(argv, output) {
    parseArguments(argv, {});
    const { bun, node } = process.versions as { bun?: string; node: string };
    const runtime = bun === undefined ? `Node ${node}` : `Bun ${bun}`;
    const system = `${process.platform} ${process.arch}`;
    output.stdout.write(`terraform-provider-dialog360 ${providerVersion} (${runtime}, ${system})\n`);
    return 0;
  },
};
