/** The streams that a command writes to. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  /** `isTTY` is true if a person sees it as it is written. */
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}
