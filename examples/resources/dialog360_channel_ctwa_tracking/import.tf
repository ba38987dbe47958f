# The id is "channel", "client/channel" or "partner/client/channel".
# If the hub reports no tracking state, the plan says "1 to import, 1 to change": apply then sends what you declare.
import {
  to = dialog360_channel_ctwa_tracking.berlin
  id = "berlinCH"
}
