/** Controls, line ends, lone surrogates, and marks that change the order or the look of text. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A character as `\u` or `\U` and its number, as HCL writes it. */
function numbered(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}

/**
 * A text of the hub on one line, for comments and terminals: characters that a reader cannot see, or that would
 * change how the rest is read, are shown as numbers. Only the joiner within emoji stays.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (one) => (one === "\u200d" ? one : numbered(one)));
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" },
};

/** A text as a quoted string of HCL: it is neither cut short nor taken for a template. */
export function hclString(text: string): string {
  const escaped = text.replace(/["\\\n\r\t]|[$%](?=\{)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => {
    if (one === "$" || one === "%") return one + one;
    return ESCAPES[one] ?? numbered(one);
  });
  return `"${escaped}"`;
}

/** A text as a string of JavaScript whose source shows every hidden character as a number. */
export function javascriptString(text: string): string {
  return JSON.stringify(text).replace(HIDDEN, (one) =>
    [...Array(one.length).keys()]
      .map((index) => `\\u${one.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
