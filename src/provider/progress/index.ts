// Shows how far an apply is: counts its switches and replaces a file every few seconds.
// It must never know what a switch is.
// Next: progress-file.ts, what is written when.
export { type ApplyEnd, SwitchProgress } from "./progress-file";
