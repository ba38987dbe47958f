import { version } from "../version";

/** Prints the provider's version and what it runs on. */
export async function versionCommand(_argv: readonly string[]): Promise<number> {
  const { bun, node } = process.versions as { bun?: string; node: string };
  const runtime = bun === undefined ? `Node ${node}` : `Bun ${bun}`;
  process.stdout.write(
    `terraform-provider-dialog360 ${version} (${runtime}, ${process.platform} ${process.arch})\n`,
  );
  return 0;
}
