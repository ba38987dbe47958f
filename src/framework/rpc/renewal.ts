import { DiagnosticError } from "../diagnostics";
import type { EphemeralResource } from "../ephemeral-resource";

/** When something open wants to be renewed. */
export interface Renewal {
  /** What an operation asks with. */
  readonly ask: (time: Date) => void;
  /** The time that was asked for last; undefined where none was. */
  readonly time: () => Date | undefined;
}

/** Takes note of the renewals that an operation of this resource asks for. */
export function renewalOf({ type, renew }: EphemeralResource<never>): Renewal {
  let wanted: Date | undefined;
  return {
    ask(time) {
      if (renew === undefined) throw impossible(`${type} asks for one and cannot be renewed`);
      if (Number.isNaN(time.getTime())) throw impossible(`${type} asks for one at no valid time`);
      wanted = time;
    },
    time: () => wanted,
  };
}

function impossible(what: string): DiagnosticError {
  return new DiagnosticError(
    "The provider made an invalid renewal",
    `${what}. This is a bug in the provider: please report it.`,
  );
}
