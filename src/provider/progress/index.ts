// Shows the progress of an apply: counts its switches and replaces a file every few seconds.
// It must never know what a switch is.
// Next: progress-file.ts, the file and its updates.
export { type ApplyEnd, SwitchProgress } from "./progress-file";
