/** The default hosts that Terraform and OpenTofu add to a provider's address without a host. */
export const registryHosts = ["registry.terraform.io", "registry.opentofu.org"] as const;
