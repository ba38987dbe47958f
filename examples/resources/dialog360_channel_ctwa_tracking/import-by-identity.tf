# partner_id may be left out: it defaults to the provider's.
import {
  to = dialog360_channel_ctwa_tracking.berlin
  identity = {
    partner_id = "examplePA"
    channel_id = "berlinCH"
  }
}
