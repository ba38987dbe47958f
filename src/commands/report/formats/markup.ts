import { visible } from "../../text/visible";

/** A text as part of HTML or XML, between tags or within an attribute's quotes. XML has no U+FFFE and U+FFFF. */
export function escapeMarkup(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole number with commas between its thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A position of a switch; nothing if it is not known. */
export function positionText(position: boolean | null): string {
  if (position === null) return "";
  return position ? "on" : "off";
}
