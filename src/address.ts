/** The provider's name, which is also the prefix of its resources. */
export const providerName = "dialog360";

/** The provider's address without a host. Which host is meant depends on the program that reads it. */
export const providerSource = `${providerName}/${providerName}`;
