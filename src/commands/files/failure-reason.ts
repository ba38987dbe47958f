/** What the codes of a failed read, write or removal mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a part of the path is a file",
  EISDIR: "there is a folder of this name",
  ENAMETOOLONG: "the name is too long",
  EBUSY: "it is in use; let running Terraform commands end first",
};

/** Why a file could not be used: the system's code in words, else its own message. */
export function failureReason(cause: unknown): string {
  const { code, message } = Object(cause) as { code?: string; message?: string };
  const known = code !== undefined && Object.hasOwn(REASONS, code) ? `${REASONS[code]} (${code})` : message;
  return known ?? String(cause);
}
