/** The streams that a command writes to. `isTTY` is true if a person sees it as it is written. */
export interface Output {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}
