/** The hosts that Terraform and OpenTofu put in front of a provider's address that names none. */
export const registryHosts = ["registry.terraform.io", "registry.opentofu.org"] as const;
