# Makes a block of each import id in a list.
locals {
  handed_over = ["examplePA/exampleCL/berlinCH", "exampleCL/hamburgCH", "munichCH"]
  channels    = { for id in local.handed_over : id => provider::dialog360::parse_channel_import_id(id) }
}

resource "dialog360_channel_ctwa_tracking" "handed_over" {
  for_each = local.channels

  partner_id = each.value.partner_id
  client_id  = each.value.client_id
  channel_id = each.value.channel_id
}
