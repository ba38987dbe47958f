// What the table shows: pure functions over rows, each a list of texts.

/** The rows that hold all words in any cell, and the finding and the client if one is chosen. */
export function filterRows(rows, { words, finding, client }) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!finding || row.cells[4] === finding) &&
      (!client || row.client === client) &&
      wanted.every((word) => row.text.includes(word)),
  );
}

const collator = new Intl.Collator("en", { numeric: true });

/** The rows sorted by a column; equal rows keep their order. */
export function sortRows(rows, column, descending) {
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => turn * collator.compare(a.cells[column], b.cells[column]));
}

/** The rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe. */
export function toCsv(headings, rows) {
  const cell = (text) => {
    const safe = /^[=@\t\r]|^[+-](?![\d ()-]+$)/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [headings, ...rows.map(({ cells }) => cells)]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}
