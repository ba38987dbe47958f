import type { Diagnostics } from "../../framework";
import { titles } from "../titles";

/** Warns once if the hub's total is higher than the number of objects on its pages, and no page lacks rows. */
export function warnOfFewer(diagnostics: Diagnostics, what: "channels" | "clients") {
  let told = false;
  return (listed: number, counted: number): void => {
    if (told) return;
    told = true;
    diagnostics.warning(
      titles.fewerRows,
      `The hub lists ${listed} ${what}, but gives ${counted} as their total. The provider read every page up to that total, and the last ones are empty, so the hub may count ${what} that it does not show. If one is missing, look it up in the Partner Hub before you apply.`,
    );
  };
}
