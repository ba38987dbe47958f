import { failureReason } from "../files/failure-reason";

/** An error that names the file, the reason and a way out. */
export function writeFailure(file: string, cause: unknown, action: "write" | "remove" = "write"): Error {
  const wayOut = action === "write" ? ' "--mirror DIR" chooses another place.' : "";
  return new Error(`Cannot ${action} ${file}: ${failureReason(cause)}.${wayOut}`, { cause });
}
