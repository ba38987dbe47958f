import { DiagnosticError } from "../../../framework";

/**
 * A fleet has no id that the hub would know, so there is nothing to import it by.
 * @throws DiagnosticError always
 */
export function importFleet(): never {
  throw new DiagnosticError(
    "A fleet is not imported",
    "Creating it adopts its channels: apply sends each channel's switch in the position that is declared, which changes nothing where it is in that position already. So write the block without an import, and apply. Channels that have blocks of their own so far are handed over by removed blocks with lifecycle { destroy = false }; the guide Scale shows how.",
  );
}
