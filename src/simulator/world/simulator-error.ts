/** Something was asked of the simulator itself (options, control surface, listen) that makes no sense. */
export class SimulatorError extends Error {
  override readonly name = "SimulatorError";
}
