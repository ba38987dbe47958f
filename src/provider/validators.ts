import { isUnknown, type Validator } from "../framework";

/** The form of 360dialog's ids, in words. */
export const ID_RULE = 'an id, made of letters, digits, "-", "_", "." and "~" only, and not of dots alone';

/** Whether a text can be an id of 360dialog: one path segment of a URL that needs no escaping. */
export function isId(value: string): boolean {
  return /^[A-Za-z0-9_~.-]+$/.test(value) && !/^\.+$/.test(value);
}

/** A text in quotes. Marks that nobody sees, which come along when a text is copied, are shown as numbers. */
function quoted(value: string): string {
  const number = (mark: string) => (mark.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return JSON.stringify(value).replace(/[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu, (mark) => `\\u${number(mark)}`);
}

/** An id of 360dialog. */
export const id: Validator<string> = (value) => {
  if (value === "") return "must not be empty.";
  return isId(value) ? undefined : `must be ${ID_RULE}; it is ${quoted(value)}.`;
};

/** An id in an optional argument. */
export const optionalId: Validator<string> = (value) => (value === "" ? filled(value) : id(value));

/** A list of ids; unknown elements pass. */
export const eachId: Validator<readonly unknown[]> = (values) => {
  for (const value of values) {
    const problem = isUnknown(value) ? undefined : id(String(value));
    if (problem !== undefined) return `holds a value that is not an id. Each element ${problem}`;
  }
  return undefined;
};

/** A text that is not blank; messages do not show it. */
export const filled: Validator<string> = (value) =>
  value.trim() === "" ? "must not be empty; leave it out (or set it to null) instead." : undefined;

/** A path of a file. Whether the file exists is checked when it is used. */
export const filePath: Validator<string> = (value) => {
  if (value.trim() === "") return filled("");
  return value.includes("\0") ? "must be the path of a file; a path cannot contain a zero byte." : undefined;
};

/** A token or key that can be the value of a header; messages do not show it. */
export const headerSecret: Validator<string> = (value) => {
  const bare = value.trim().replace(/^bearer(\s+|$)/i, "");
  if (bare === "") return filled("");
  return /^[\x21-\x7e]+$/.test(bare)
    ? undefined
    : "must be one word of plain ASCII characters, without spaces or line breaks inside. It is not shown here.";
};

/** An https URL; never shown, since it often holds a token. */
export const httpsUrl: Validator<string> = (value) =>
  isHttpsUrl(value)
    ? undefined
    : "must be a URL that begins with https://, without spaces. It is not shown here.";

/** What destroy does to something that cannot be removed: keep it, or put an https URL in its place. */
export const keepOrUrl: Validator<string> = (value) =>
  value === "keep" || isHttpsUrl(value)
    ? undefined
    : 'must be "keep" or a URL that begins with https://. It is not shown here.';

function isHttpsUrl(value: string): boolean {
  return /^https:\/\/[^\s/]\S*$/i.test(value) && URL.canParse(value);
}

/** A dotted path into an object, e.g. `integration.ctwa_enabled`. */
export const dottedPath: Validator<string> = (value) =>
  /^[^\s.]+(\.[^\s.]+)*$/.test(value)
    ? undefined
    : `must be the names of fields, joined by dots, such as "integration.ctwa_enabled"; it is ${JSON.stringify(value)}.`;

/** A phone number: digits, with an optional plus sign and the usual separators. */
export const phoneNumber: Validator<string> = (value) =>
  /^\+?[\d\s().-]+$/.test(value) && /\d/.test(value)
    ? undefined
    : `must be a phone number such as "+4915550000001"; it is ${quoted(value)}.`;

/** A bool. Terraform checks the configuration; this checks environment variables. */
export const yesOrNo: Validator<unknown> = (value) =>
  typeof value === "boolean" ? undefined : `must be true or false; it is ${JSON.stringify(value)}.`;

/** A point in time in the form of RFC 3339. */
export const time: Validator<string> = (value) =>
  /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? undefined
    : `must be a time such as "2026-01-31T00:00:00Z"; it is ${JSON.stringify(value)}.`;

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Validator<unknown> {
  return (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `must be a whole number from ${least} to ${most}; it is ${String(value)}.`;
}
