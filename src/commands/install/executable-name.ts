import { providerName } from "../../address";

/** The name that Terraform looks for: with a version in a mirror, without one in a dev_overrides folder. */
export function executableName(platform: string, version?: string): string {
  const suffix = version === undefined ? "" : `_v${version}`;
  return `terraform-provider-${providerName}${suffix}${platform === "win32" ? ".exe" : ""}`;
}
