# Tracking of viennaCH is on already. The import takes it over, so nothing is sent.
import {
  to = dialog360_channel_ctwa_tracking.vienna
  id = "examplePA/bakeryCL/viennaCH"
}

resource "dialog360_channel_ctwa_tracking" "vienna" {
  channel_id = "viennaCH"
}
