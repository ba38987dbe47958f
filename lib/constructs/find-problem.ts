import { Token } from "./cdk";

/** The problem with an id, or undefined. A value that only Terraform knows passes; the provider checks it. */
export function findIdProblem(name: string, value: string | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value)) return undefined;
  if (typeof value !== "string") return `${name} must be a string; it is ${JSON.stringify(value)}.`;
  if (value.trim() === "") return `${name} must not be empty.`;
  if (/^[A-Za-z0-9_~.-]+$/.test(value) && !/^\.+$/.test(value)) return undefined;
  return `${name} must be an id, made of letters, digits, "-", "_", "." and "~" only, and not of dots alone; it is ${JSON.stringify(value)}.${hint(value)}`;
}

function hint(value: string): string {
  return value.includes("/") ? " Where it is client and channel in one, give them apart." : "";
}

/** The problem with a phone number, or undefined. */
export function findPhoneNumberProblem(value: string | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value)) return undefined;
  if (typeof value !== "string") return `phoneNumber must be a string; it is ${JSON.stringify(value)}.`;
  if (value.trim() === "") return "phoneNumber must not be empty.";
  if (/^\+?[\d\s().-]+$/.test(value) && /\d/.test(value)) return undefined;
  return `phoneNumber must be a phone number such as "+4915550000001"; it is ${JSON.stringify(value)}.`;
}

/** The problem if not exactly one of two settings is set, or undefined. */
export function findChoiceProblem(first: [string, unknown], second: [string, unknown]): string | undefined {
  const given = [first, second].filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 1) return undefined;
  const names = `${first[0]} and ${second[0]}`;
  return given.length === 0
    ? `One of ${names} is needed, and neither is given.`
    : `Only one of ${names} can be given, and both are.`;
}

/** Removes undefined entries. */
export function problemsOf(...found: readonly (string | undefined)[]): string[] {
  return found.filter((problem) => problem !== undefined);
}
