// The provider for 360dialog: settings, and all that configurations can use; the one place where Terraform and 360dialog meet.
// Must never know: how Terraform is spoken to, how HTTP requests are made.
// Read next: provider.ts, then resources/channel-ctwa-tracking.ts.
export { dialog360Provider } from "./provider";
export { errorText, openReading, type Reading } from "./reading";
