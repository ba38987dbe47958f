# Imports channels that were switched on by hand.
locals {
  shops = {
    berlin  = "berlinCH"
    hamburg = "hamburgCH"
  }
}

import {
  for_each = local.shops
  to       = dialog360_channel_ctwa_tracking.shop[each.key]
  id       = provider::dialog360::channel_import_id("examplePA", "exampleCL", each.value)
}

resource "dialog360_channel_ctwa_tracking" "shop" {
  for_each   = local.shops
  channel_id = each.value
}

# Arguments that are null are left out: this is "munichCH".
output "short" {
  value = provider::dialog360::channel_import_id(null, null, "munichCH")
}
