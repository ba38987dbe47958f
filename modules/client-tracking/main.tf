# One list of all channels: one request for each 1,000 of them, shared with the refresh of the fleets.
data "dialog360_channels" "all" {
  partner_id = var.partner_id
}

locals {
  # A cancelled channel works until its end. A time that is null, or in another form, is no end.
  managed = {
    for id, channel in data.dialog360_channels.all.channels : id => channel.client_id
    if contains(var.client_ids, coalesce(channel.client_id, "-"))
    && (var.account_mode == null || channel.account_mode == var.account_mode)
    && !contains(var.unmanaged_channel_ids, id)
    && try(timecmp(channel.terminated_at, plantimestamp()) > 0, true)
  }

  ids_by_client = { for id, client_id in local.managed : client_id => id... }

  least = { for client_id in var.client_ids : client_id => lookup(var.min_channels, client_id, 1) }

  fleets = {
    for client_id in var.client_ids : client_id => {
      for id in lookup(local.ids_by_client, client_id, []) : id => lookup(var.exceptions, id, var.enabled)
    } if local.least[client_id] > 0 || contains(keys(local.ids_by_client), client_id)
  }
}

resource "dialog360_ctwa_tracking_fleet" "client" {
  for_each = local.fleets

  client_id      = each.key
  partner_id     = var.partner_id
  channels       = each.value
  max_changes    = var.max_changes
  on_create      = var.on_create
  on_destroy     = var.on_destroy
  reassert_after = var.reassert_after

  lifecycle {
    # Without this, a list that comes back shorter would switch channels off.
    precondition {
      condition     = length(each.value) >= local.least[each.key]
      error_message = "Client ${each.key} has ${length(each.value)} channels, min_channels asks for ${local.least[each.key]}. Check the client id and the list; lower min_channels if the channels are gone for good."
    }
  }
}

check "exceptions" {
  assert {
    condition     = length(setsubtract(keys(var.exceptions), keys(local.managed))) == 0
    error_message = "Not among the channels of these clients: ${join(", ", setsubtract(keys(var.exceptions), keys(local.managed)))}."
  }
}
