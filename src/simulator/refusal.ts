import type { Answer } from "./answer";

/** Thrown where a request goes no further; carries what it is answered. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}
