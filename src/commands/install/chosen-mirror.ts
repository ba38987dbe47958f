import path from "node:path";
import { UsageError } from "../usage-error";
import { implicitMirror } from "./mirror";

/** The folder that `--mirror` names, or the one that Terraform looks into by itself. @throws UsageError */
export function chosenMirror(given: string | undefined): string {
  if (given === "") {
    throw new UsageError("--mirror needs a folder, but its value is empty. Is a variable unset?");
  }
  return given === undefined ? implicitMirror(process.platform, process.env) : path.resolve(given);
}
