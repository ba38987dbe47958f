# Log in in one place, and hand the token to whoever needs it: it is in no state and in no plan.
ephemeral "dialog360_access_token" "hub" {}

# The settings of another provider may use it; here it is this provider once more, under an alias.
provider "dialog360" {
  alias        = "by_token"
  access_token = ephemeral.dialog360_access_token.hub.access_token
}

data "dialog360_channel" "example" {
  provider   = dialog360.by_token
  channel_id = "exampleCH"
}
