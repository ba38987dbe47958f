/** Something was asked of the simulator itself (options, control surface, listen) that makes no sense. */
export class SimulatorError extends Error {
  override readonly name = "SimulatorError";

  constructor(
    message: string,
    /** The option that was refused, if it was one. */
    readonly option?: string,
  ) {
    super(message);
  }
}
