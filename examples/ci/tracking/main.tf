terraform {
  required_version = ">= 1.11"

  required_providers {
    dialog360 = {
      source  = "dialog360/dialog360"
      version = "~> 0.1"
    }
  }

  # A pipeline needs a backend: without one the state is lost with the runner. See README.md.
}

# Partner and credentials come from the environment: DIALOG360_PARTNER_ID, DIALOG360_USERNAME, DIALOG360_PASSWORD.
provider "dialog360" {}

locals {
  # Shop => id of its channel.
  channels = {
    berlin  = "berlinCH"
    hamburg = "hamburgCH"
    munich  = "munichCH"
  }
}

resource "dialog360_channel_ctwa_tracking" "shop" {
  for_each   = local.channels
  channel_id = each.value
}

output "verification" {
  description = "How the provider knows the tracking state of each channel."
  value       = { for shop, tracking in dialog360_channel_ctwa_tracking.shop : shop => tracking.verification }
}
