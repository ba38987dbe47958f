# Each key is a channel. What is in its object can be left out.
locals {
  channels = {
    exampleCH   = {}
    berlinCH    = {}
    amsterdamCH = { client_id = "cyclesCL" }
    parisCH     = { enabled = false }
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
