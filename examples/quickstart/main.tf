# CTWA tracking of three channels of one client, and what Signals knows about that client.
# "npm start" applies this against the simulator. Credentials come from DIALOG360_… environment variables.

terraform {
  required_version = ">= 1.11"

  required_providers {
    dialog360 = {
      source  = "dialog360/dialog360"
      version = "~> 0.1"
    }
  }
}

provider "dialog360" {}

locals {
  channels = {
    berlin  = "berlinCH"
    hamburg = "hamburgCH"
    munich  = "munichCH"
  }
}

resource "dialog360_channel_ctwa_tracking" "coffee" {
  for_each   = local.channels
  channel_id = each.value
}

# Signals needs tracking to be on before keywords are set up, so this is read after the switches.
data "dialog360_signals_configuration" "coffee" {
  client_id  = "exampleCL"
  depends_on = [dialog360_channel_ctwa_tracking.coffee]
}

output "tracking" {
  description = "How well the provider knows the switch of each channel."
  value       = { for name, it in dialog360_channel_ctwa_tracking.coffee : name => it.verification }
}

output "facebook_account_attached" {
  description = "Whether a Facebook account is attached to the client in Signals."
  value       = data.dialog360_signals_configuration.coffee.facebook_account_attached
}
