/** What the codes of a failed write or removal mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a part of the path is a file",
  EISDIR: "there is a folder of this name",
  EBUSY: "it is in use; let running Terraform commands end first",
};

/** An error that names the file, the reason and a way out. */
export function writeFailure(file: string, cause: unknown, action: "write" | "remove" = "write"): Error {
  const { code, message } = Object(cause) as { code?: string; message?: string };
  const known = code !== undefined && Object.hasOwn(REASONS, code) ? `${REASONS[code]} (${code})` : message;
  const wayOut = action === "write" ? ' "--mirror DIR" chooses another place.' : "";
  return new Error(`Cannot ${action} ${file}: ${known ?? String(cause)}.${wayOut}`, {
    cause,
  });
}
