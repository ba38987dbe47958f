// What the executable does for a person, such as install and simulator. Loaded only when a person starts it.
// It must never know how Terraform is served.
// Next: commands.ts, the table of commands, then run-command.ts.
export { runCommand } from "./run-command";
