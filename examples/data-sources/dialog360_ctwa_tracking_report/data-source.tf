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

# Read after the switches, whatever Terraform has to change.
data "dialog360_ctwa_tracking_report" "shops" {
  declared   = local.declared
  client_ids = ["exampleCL"]

  depends_on = [dialog360_channel_ctwa_tracking.shops]

  lifecycle {
    # A postcondition that does not hold fails the run.
    postcondition {
      condition     = length(concat(self.missing, self.terminated, self.moved)) == 0
      error_message = "Not with this client, or not any more: ${join(", ", concat(self.missing, self.terminated, self.moved))}."
    }
  }
}

# A check that does not hold is a warning: the run goes on.
check "tracking_is_as_declared" {
  assert {
    condition     = data.dialog360_ctwa_tracking_report.shops.coverage == 1
    error_message = "Not seen as declared: ${1 - data.dialog360_ctwa_tracking_report.shops.coverage} of the channels."
  }
}

# What the hub reports, against what is declared, channel by channel.
output "differs" {
  value = [
    for id, wanted in local.declared : id
    if contains(wanted ? data.dialog360_ctwa_tracking_report.shops.off : data.dialog360_ctwa_tracking_report.shops.on, id)
  ]
}

output "undeclared" {
  value = data.dialog360_ctwa_tracking_report.shops.undeclared
}
