# Three numbers of one client whose CTWA tracking is on, and what Signals knows about that client.
# "npm start" applies this against the simulator; the credentials come from DIALOG360_… variables.

terraform {
  required_providers {
    dialog360 = {
      source = "dialog360/dialog360"
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

# Tracking has to be on before keywords are set up in Signals, so this is read after the switch.
data "dialog360_signals_configuration" "coffee" {
  client_id  = "exampleCL"
  depends_on = [dialog360_channel_ctwa_tracking.coffee]
}

output "tracking" {
  description = "How sure the provider is of each number's switch."
  value       = { for name, it in dialog360_channel_ctwa_tracking.coffee : name => it.verification }
}

output "facebook_account_attached" {
  value = data.dialog360_signals_configuration.coffee.facebook_account_attached
}
