import { serveInProcess } from "../../framework";
import type { CommandModule } from "../command";
import { stopSignal } from "../stop-signal";
import { parseArguments, UsageError } from "../usage-error";
import { wrapped } from "../wrapped";

const reattach =
  "Needed. Prints the value of TF_REATTACH_PROVIDERS, with which Terraform connects to this process instead of starting the provider.";

/** The command `serve`: serves the provider in the foreground, for a debugger, until SIGINT or SIGTERM. */
export const serve: CommandModule = {
  options: () => {
    const [first, ...rest] = wrapped(reattach, 84);
    return [`  --reattach   ${first}`, ...rest.map((line) => `               ${line}`)].join("\n");
  },
  async run(argv, output) {
    if (parseArguments(argv, { reattach: { type: "boolean" } }).reattach !== true) {
      throw new UsageError("Terraform serves the provider by itself; for a debugger, add --reattach.");
    }
    const end = stopSignal();
    try {
      const { dialog360Provider } = await import("../../provider");
      const server = await serveInProcess(dialog360Provider);
      output.stdout.write(greeting(server.reattach));
      await end.asked;
      await server.close();
      return 0;
    } finally {
      end.ignore();
    }
  },
};

function greeting(value: string): string {
  return [
    "The provider is served by this process (Ctrl-C ends it). In the shell that runs terraform:",
    "",
    `export TF_REATTACH_PROVIDERS='${value}'`,
    "",
    "The provider reads DIALOG360_ variables of this process, not those of that shell.",
    "",
    "",
  ].join("\n");
}
