import { userInfo } from "node:os";
import path from "node:path";
import { providerSource } from "../address";
import { registryHosts } from "../framework";

/** Go's names for systems and processors, which Terraform uses, where Node's differ. */
const SYSTEMS: Readonly<Record<string, string>> = { win32: "windows", sunos: "solaris" };
const PROCESSORS: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** The mirror that Terraform and OpenTofu look into without being told. */
export function implicitMirror(platform: string, env: NodeJS.ProcessEnv): string {
  const appData = env["APPDATA"];
  if (platform === "win32" && appData !== undefined) return path.join(appData, "terraform.d", "plugins");
  return path.join(env["HOME"] || userInfo().homedir, ".terraform.d", "plugins");
}

/** The folders of a mirror that must hold the program: one per host that an address may mean. */
export function mirrorFolders(mirror: string, version: string, platform: string, arch: string): string[] {
  const system = `${SYSTEMS[platform] ?? platform}_${PROCESSORS[arch] ?? arch}`;
  return registryHosts.map((host) => path.join(mirror, host, ...providerSource.split("/"), version, system));
}
