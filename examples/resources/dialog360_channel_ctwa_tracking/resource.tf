# Tracking of one channel is on. Destroy switches it off.
resource "dialog360_channel_ctwa_tracking" "berlin" {
  channel_id = "berlinCH"
}

# The channel must be under this client. The switch is sent again once it is a day old,
# and tracking stays on when the block is removed.
resource "dialog360_channel_ctwa_tracking" "hamburg" {
  client_id      = "exampleCL"
  channel_id     = "hamburgCH"
  reassert_after = "24h"
  on_destroy     = "keep"
}

# Tracking is off.
resource "dialog360_channel_ctwa_tracking" "munich" {
  channel_id = "munichCH"
  enabled    = false
}

# Several channels, one address each.
locals {
  bakery = {
    vienna = "viennaCH"
    graz   = "grazCH"
  }
}

resource "dialog360_channel_ctwa_tracking" "bakery" {
  for_each   = local.bakery
  channel_id = each.value

  timeouts = {
    create = "10m"
  }
}
