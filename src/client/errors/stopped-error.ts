import { Dialog360Error } from "./dialog360-error";

/** The caller's signal ended the call, or the client was closed. */
export class StoppedError extends Dialog360Error {
  override readonly name = "StoppedError";
  readonly kind = "stopped";
  /** True when a request had been sent and no answer was waited for any longer: it may have taken effect. */
  readonly unanswered: boolean;

  constructor(options: { cause?: unknown; unanswered?: boolean } = {}) {
    const unanswered = options.unanswered ?? false;
    super(
      unanswered
        ? "The call was stopped after its request was sent; whether it took effect is not known."
        : "The call was stopped before it was done.",
      { cause: options.cause },
    );
    this.unanswered = unanswered;
  }
}
