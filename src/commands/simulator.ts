import { createSimulator, listen, type Simulator } from "../simulator";
import { parseSimulatorArguments } from "./simulator-arguments";
import { simulatorGreeting, simulatorHelp } from "./simulator-text";
import { UsageError } from "./usage-error";

/** Where a command writes. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Runs the simulator on a port of this machine until SIGINT or SIGTERM.
 * @returns 0 after such an end, 1 where the port cannot be had, 2 for arguments that make no sense
 */
export async function simulatorCommand(argv: readonly string[], output: Output = process): Promise<number> {
  const complain = (message: string, code: number) => {
    output.stderr.write(`simulator: ${message}\n`);
    return code;
  };
  try {
    const { help, port, options } = parseSimulatorArguments(argv);
    if (help) {
      output.stdout.write(simulatorHelp());
      return 0;
    }
    return await run(createSimulator(options), port, output, complain);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message} See simulator --help.`, 2);
    throw error;
  }
}

async function run(
  simulator: Simulator,
  port: number,
  output: Output,
  complain: (message: string, code: number) => number,
): Promise<number> {
  const end = stopSignal();
  try {
    const listening = await listen(simulator, { port });
    output.stdout.write(simulatorGreeting(listening, simulator.control.settings().ctwaField));
    await end.asked;
    await listening.close();
    return 0;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== "string") throw error;
    return complain(`cannot listen on port ${port} (${code}).`, 1);
  } finally {
    end.ignore();
  }
}

function stopSignal(): { readonly asked: Promise<void>; ignore(): void } {
  let stop = () => {};
  const asked = new Promise<void>((resolve) => {
    stop = resolve;
  });
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const ignore = () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  return { asked, ignore };
}
