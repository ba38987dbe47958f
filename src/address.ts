/** The provider's name, which is also the prefix of its resources. */
export const providerName = "dialog360";

/** The provider's address without a host. Which host is meant depends on the program that reads it. */
export const providerSource = `${providerName}/${providerName}`;

/** The hosts that Terraform and OpenTofu put in front of an address that names none. */
export const addressHosts = ["registry.terraform.io", "registry.opentofu.org"] as const;
