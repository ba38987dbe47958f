# The token of the login, for another provider. Terraform stores it neither in the state nor in a plan.
ephemeral "dialog360_access_token" "hub" {}

# Provider settings can use it. In this example the other provider is an alias of this one.
provider "dialog360" {
  alias        = "by_token"
  access_token = ephemeral.dialog360_access_token.hub.access_token
}

data "dialog360_channel" "example" {
  provider   = dialog360.by_token
  channel_id = "exampleCH"
}
