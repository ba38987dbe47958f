data "dialog360_channels" "bakery" {
  client_id    = "bakeryCL"
  account_mode = "live"
}

locals {
  # The list includes terminated channels, which cannot be switched.
  running = {
    for id, channel in data.dialog360_channels.bakery.channels : id => channel
    if channel.terminated_at == null
  }
}

resource "dialog360_channel_ctwa_tracking" "bakery" {
  for_each   = local.running
  channel_id = each.key
}

output "phone_numbers" {
  value = { for id, channel in local.running : id => channel.phone_number }
}

# The hub does not filter by these reliably, so the provider reads all channels and filters them.
data "dialog360_channels" "recent" {
  created_after     = "2024-01-01T00:00:00Z"
  fb_account_status = "verified"
}
