import { providerName, providerSource } from "../../address";
import { registryHosts } from "../../framework";
import { version } from "../../version";

/** The block that a configuration needs to use this provider. */
export const requiredProviders = `terraform {
  required_providers {
    ${providerName} = {
      source  = "${providerSource}"
      version = "~> ${version}"
    }
  }
}`;

/** Settings that point Terraform and OpenTofu at a folder with the executable in it. */
export function devOverrides(folder: string): string {
  const lines = addresses().map((address) => `    ${address} = ${quote(folder)}`);
  return ["provider_installation {", "  dev_overrides {", ...lines, "  }", "  direct {}", "}"].join("\n");
}

/** The settings that make Terraform use a mirror outside its default folders. */
export function mirrorSettings(mirror: string): string[] {
  const list = addresses().join(", ");
  return [
    "Terraform does not use this mirror by default. Put this into a file and name the file in TF_CLI_CONFIG_FILE:",
    "",
    "provider_installation {",
    "  filesystem_mirror {",
    `    path    = ${quote(mirror)}`,
    `    include = [${list}]`,
    "  }",
    "  direct {",
    `    exclude = [${list}]`,
    "  }",
    "}",
    "",
  ];
}

/** What to run if a lock file names the build that was replaced: `terraform init -upgrade` refuses the new one too. */
export function renewLock(mirror: string): string[] {
  const path = /^[\w./~-]+$/.test(mirror) ? mirror : `'${mirror.replaceAll("'", "'\\''")}'`;
  return [
    "Lock files name the build that was replaced, and init refuses this one. Run in each folder that used it (with",
    "OpenTofu, tofu in place of terraform):",
    "",
    `terraform providers lock -fs-mirror=${path} ${providerSource} && terraform init`,
    "",
  ];
}

function addresses(): string[] {
  return registryHosts.map((host) => `"${host}/${providerSource}"`);
}

/** A string of the configuration language: backslashes of Windows paths doubled, no template begun. */
function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\$\{/g, "$$$${").replace(/%\{/g, "%%{")}"`;
}
