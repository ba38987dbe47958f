/** GitHub takes comments of up to 65,536 characters; what stands outside the folded lists needs some of them. */
const MOST_CHARACTERS = 56_000;

/** Folded lists of one document, each on one line of HTML, within one limit of characters. */
export class Folds {
  #left = MOST_CHARACTERS;

  /** A folded table on one line; nothing for no rows. Cells are HTML. */
  table(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
    if (rows.length === 0) return [];
    const head = headings.map((heading) => `<th>${heading}</th>`).join("");
    const lines: string[] = [];
    for (const row of rows) {
      const line = `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
      if (line.length > this.#left) break;
      this.#left -= line.length;
      lines.push(line);
    }
    const more = rows.length - lines.length;
    const rest = more > 0 ? `<p>and ${more} more rows, which --format json or html shows</p>` : "";
    const body = `<table><tr>${head}</tr>${lines.join("")}</table>${rest}`;
    return [`<details><summary>${title}</summary>${body}</details>`];
  }
}
