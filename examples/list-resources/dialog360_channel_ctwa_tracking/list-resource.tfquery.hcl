# Channels of two clients that are not managed yet.
list "dialog360_channel_ctwa_tracking" "unmanaged" {
  provider = dialog360
  limit    = 1000

  config {
    client_ids          = ["exampleCL", "bakeryCL"]
    account_mode        = "live"
    exclude_channel_ids = ["berlinCH"]
  }
}
