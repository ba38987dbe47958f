import { userInfo } from "node:os";
import path from "node:path";
import { providerName, providerSource } from "../../address";
import { registryHosts } from "../../framework";

/** Go's names for systems and processors, which Terraform uses, where Node's differ. */
const SYSTEMS: Readonly<Record<string, string>> = { win32: "windows", sunos: "solaris" };
const PROCESSORS: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** The mirror that Terraform and OpenTofu use by default. */
export function implicitMirror(platform: string, env: NodeJS.ProcessEnv): string {
  const appData = env["APPDATA"];
  if (platform === "win32" && appData !== undefined) return path.join(appData, "terraform.d", "plugins");
  return path.join(env["HOME"] || userInfo().homedir, ".terraform.d", "plugins");
}

/** The provider's folders in a mirror: one for each registry host. */
export function providerFolders(mirror: string): string[] {
  return registryHosts.map((host) => path.join(mirror, host, ...providerSource.split("/")));
}

/** The folders of a mirror that must hold the program. */
export function mirrorFolders(mirror: string, version: string, platform: string, arch: string): string[] {
  return providerFolders(mirror).map((folder) => path.join(folder, version, systemName(platform, arch)));
}

/** What Terraform calls a system with a processor, such as linux_amd64. */
export function systemName(platform: string, arch: string): string {
  return `${SYSTEMS[platform] ?? platform}_${PROCESSORS[arch] ?? arch}`;
}

/** The name of a packed provider, such as terraform-provider-dialog360_0.1.0_linux_amd64.zip. */
export function archiveName(version: string, system: string): string {
  return `terraform-provider-${providerName}_${version}_${system}.zip`;
}
