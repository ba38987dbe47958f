locals {
  declared = {
    berlinCH  = true
    hamburgCH = true
    munichCH  = false
  }
}

resource "dialog360_channel_ctwa_tracking" "shops" {
  for_each   = local.declared
  channel_id = each.key
  enabled    = each.value
}

# Read after the switches.
data "dialog360_ctwa_tracking_report" "shops" {
  declared   = local.declared
  client_ids = ["exampleCL"]

  depends_on = [dialog360_channel_ctwa_tracking.shops]

  lifecycle {
    # A postcondition that fails also fails the run.
    postcondition {
      condition     = length(concat(self.missing, self.terminated, self.moved)) == 0
      error_message = "Gone, terminated or under another client: ${join(", ", concat(self.missing, self.terminated, self.moved))}."
    }
  }
}

# A check that fails is a warning: the run continues.
check "tracking_is_as_declared" {
  assert {
    condition     = data.dialog360_ctwa_tracking_report.shops.coverage == 1
    error_message = "Not seen as declared: ${1 - data.dialog360_ctwa_tracking_report.shops.coverage} of the channels."
  }
}

# Channels that the hub reports as the opposite of what is declared.
output "differs" {
  value = data.dialog360_ctwa_tracking_report.shops.differs
}

output "by_client" {
  value = data.dialog360_ctwa_tracking_report.shops.by_client
}

output "undeclared" {
  value = data.dialog360_ctwa_tracking_report.shops.undeclared
}
