import { createSimulator, listen, type Simulator } from "../../simulator";
import type { CommandModule } from "../command";
import type { Output } from "../output";
import { stopSignal } from "../stop-signal";
import { parseSimulatorArguments } from "./arguments";
import { simulatorGreeting, simulatorOptions } from "./text";

/** The command `simulator`: runs the simulator on a port of this machine until SIGINT or SIGTERM. */
export const simulator: CommandModule = {
  options: simulatorOptions,
  async run(argv, output) {
    const { port, options } = parseSimulatorArguments(argv);
    await serve(createSimulator(options), port, output);
    return 0;
  },
};

/** @throws if the port cannot be used */
async function serve(simulator: Simulator, port: number, output: Output): Promise<void> {
  const end = stopSignal();
  try {
    const listening = await listen(simulator, { port });
    output.stdout.write(simulatorGreeting(listening, simulator.control.settings().ctwaField));
    await end.asked;
    await listening.close();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== "string") throw error;
    throw new Error(`cannot listen on port ${port} (${code}).`, { cause: error });
  } finally {
    end.ignore();
  }
}
