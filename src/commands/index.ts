// What the executable does for a person: install, simulator, version. Loaded only when a person starts it.
// Must never know: how Terraform is served.
// Read next: run-command.ts, then the file named after the command.
export { runCommand } from "./run-command";
