import type { Diagnostics } from "../../framework";
import { titles } from "../titles";

/** Warns once where the hub counts more objects than it lists: no page lacks rows, but its total is higher. */
export function warnOfFewer(diagnostics: Diagnostics, what: "channels" | "clients") {
  let told = false;
  return (listed: number, counted: number): void => {
    if (told) return;
    told = true;
    diagnostics.warning(
      titles.fewerRows,
      `The hub counts ${counted} ${what} and lists ${listed}. Every page up to that number was asked for, and the rest are empty, so it may count ${what} that it does not show. If you miss one of them, look it up in the Partner Hub before you apply.`,
    );
  };
}
