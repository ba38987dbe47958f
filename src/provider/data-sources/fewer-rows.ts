import type { Diagnostics } from "../../framework";
import { titles } from "../titles";

/** Warns where the hub counts more objects than it lists: no page lacks rows, but its total is higher. */
export function warnOfFewer(diagnostics: Diagnostics, what: "channels" | "clients") {
  return (listed: number, counted: number): void =>
    diagnostics.warning(
      titles.fewerRows,
      `The hub lists ${listed} ${what} and says that there are ${counted}. Every page up to that number was asked for, and the rest are empty, so it may count ${what} that it does not show. If you miss one of them, look it up in the Partner Hub before you apply.`,
    );
}
