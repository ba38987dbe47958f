# Tracking of one number is on; destroying the block switches it off.
resource "dialog360_channel_ctwa_tracking" "berlin" {
  channel_id = "berlinCH"
}

# The client is checked against the hub, and the switch is sent again once a day:
# the hub documents no field from which it could be read.
resource "dialog360_channel_ctwa_tracking" "hamburg" {
  client_id      = "exampleCL"
  channel_id     = "hamburgCH"
  reassert_after = "24h"
  on_destroy     = "keep"
}

# Declares that tracking is off.
resource "dialog360_channel_ctwa_tracking" "munich" {
  channel_id = "munichCH"
  enabled    = false
}

# Many numbers of one kind.
resource "dialog360_channel_ctwa_tracking" "bakery" {
  for_each = {
    vienna = "viennaCH"
    graz   = "grazCH"
  }

  channel_id = each.value

  timeouts = {
    create = "10m"
  }
}
