# CTWA tracking of every live channel of two clients, by the module of this repository.

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

module "tracking" {
  source = "../../modules/client-tracking"

  client_ids = ["bakeryCL", "floristCL"]

  # Linz shows no ads.
  exceptions = { linzCH = false }

  # A plan fails that would flip or remove more channels, or that finds fewer.
  max_changes  = 2
  min_channels = { bakeryCL = 3, floristCL = 4 }
}

output "fleets" {
  description = "Number of tracked channels and verification of each client's fleet."
  value       = module.tracking.fleets
}

output "pending" {
  description = "Channels that are not as declared, each with its reason."
  value       = module.tracking.pending
}
