import { version } from "../version";

/** How the provider introduces itself to 360dialog. */
export function userAgent(terraformVersion: string): string {
  const { bun } = process.versions as { bun?: string };
  // Bun claims to be a version of Node.
  const runtime = bun === undefined ? `Node.js ${process.versions.node}` : `Bun ${bun}`;
  const terraform = terraformVersion.replace(/[^\w.+-]/g, "");
  return `terraform-provider-dialog360/${version} (Terraform ${terraform || "unknown"}; ${runtime})`;
}
