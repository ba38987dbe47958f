# Each key is a channel: true declares that tracking is on, false that it is off.
locals {
  channels = {
    exampleCH = true
    berlinCH  = true
    parisCH   = false
  }
}

resource "dialog360_ctwa_tracking_fleet" "all" {
  channels       = local.channels
  reassert_after = "168h"

  # A plan that would flip or remove more keys fails.
  max_changes = 20

  lifecycle {
    # What could not be switched is pending: apply ends with an error as long as anything is.
    postcondition {
      condition     = length(self.pending) == 0
      error_message = "Pending: ${jsonencode(self.pending)}"
    }
  }
}
